// Imported for what it does. Who stops reading (`linju start | head -1`) ends neither the work nor its
// orderly stop: without a listener the broken pipe would be an error that nobody caught.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
