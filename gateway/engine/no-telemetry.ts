// @apollo/gateway from 2.14 on reports the machine it runs on, unless this is set before it starts.
// linju never calls out by itself; so this module is imported before that one, always.
process.env['APOLLO_TELEMETRY_DISABLED'] = '1';

export {};
