import { mkdirSync, writeFileSync } from "node:fs";
mkdirSync(process.argv[2] + "/statique", { recursive: true });
writeFileSync(process.argv[2] + "/statique/manifeste.properties", "");
