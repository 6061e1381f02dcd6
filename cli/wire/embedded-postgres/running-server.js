export {};
//# sourceMappingURL=running-server.js.map