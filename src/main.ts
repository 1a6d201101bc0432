/** The composition root: the only place that names concrete adapters. */
process.stdout.write('Luna is not answering calls yet.\n');
