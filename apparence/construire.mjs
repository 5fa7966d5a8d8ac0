// Construit ce que le navigateur télécharge : node construire.mjs DOSSIER
//
// DOSSIER/statique reçoit les fichiers nommés d'après leur contenu, leurs copies .br et .gz, et
// manifeste.properties (nom logique = nom haché). Rien n'est refait quand aucune entrée n'a changé.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const ICI = dirname(fileURLToPath(import.meta.url));
const COMPRESSIBLES = new Set([".css", ".js", ".svg"]);
// En deçà, la copie compressée coûte plus qu'elle n'économise.
const TAILLE_A_COMPRESSER = 700;
// Une première visite, compressée, page comprise (documentation/ : budget de 150 ko).
const BUDGET = 150_000;
const PART_DE_LA_PAGE = 12_000;
const POLICES = {
  "texte.ttf": "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf",
  "texte-gras.ttf": "@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf",
  "pictogrammes.ttf": "@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
};

const dossier = process.argv[2];
if (!dossier) {
  console.error("usage : node construire.mjs DOSSIER");
  process.exit(2);
}
const sortie = resolve(dossier, "statique");
const temoin = resolve(dossier, "..", "apparence.empreinte");
const empreinte = empreinteDesEntrees();
if (existsSync(temoin) && readFileSync(temoin, "utf8") === empreinte && existsSync(join(sortie, "manifeste.properties"))) {
  process.exit(0);
}
installer();
await construire();

function empreinteDesEntrees() {
  const entrees = ["construire.mjs", "dsfr.mjs", "package-lock.json", ...sources("src")];
  const hachage = createHash("sha256");
  for (const nom of entrees) {
    hachage.update(nom).update("\0").update(readFileSync(join(ICI, nom))).update("\0");
  }
  return hachage.digest("hex");
}

function sources(chemin) {
  return readdirSync(join(ICI, chemin), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((e) => (e.isDirectory() ? sources(`${chemin}/${e.name}`) : [`${chemin}/${e.name}`]));
}

/** Installe les dépendances du verrou, sauf si elles sont déjà là. */
function installer() {
  const verrou = readFileSync(join(ICI, "package-lock.json"), "utf8");
  const installe = join(ICI, "node_modules", ".convergence-verrou");
  if (existsSync(installe) && readFileSync(installe, "utf8") === verrou) {
    return;
  }
  console.log("apparence : installation des dépendances (npm ci)");
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: ICI,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  writeFileSync(installe, verrou);
}

async function construire() {
  const esbuild = await import("esbuild");
  const dsfr = await import("./dsfr.mjs");
  rmSync(sortie, { recursive: true, force: true });
  mkdirSync(sortie, { recursive: true });
  const manifeste = new Map();
  const tailles = [];

  const ecrire = (nom, contenu, compresser = true) => {
    const fichier = join(sortie, nom);
    mkdirSync(dirname(fichier), { recursive: true });
    writeFileSync(fichier, contenu);
    const octets = Buffer.byteLength(contenu);
    if (!compresser || !COMPRESSIBLES.has(extname(nom)) || octets < TAILLE_A_COMPRESSER) {
      return { octets, gzip: octets, brotli: octets };
    }
    const br = brotliCompressSync(contenu, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: octets },
    });
    const gz = gzipSync(contenu, { level: 9 });
    writeFileSync(`${fichier}.br`, br);
    writeFileSync(`${fichier}.gz`, gz);
    return { octets, gzip: gz.length, brotli: br.length };
  };
  const publier = (nom, contenu) => {
    const extension = extname(nom);
    const hache = `${nom.slice(0, -extension.length)}.${hacher(contenu)}${extension}`;
    manifeste.set(nom, hache);
    tailles.push({ nom, ...ecrire(hache, contenu) });
    return hache;
  };

  // Icônes et polices : un dossier haché pour toutes, les adresses du CSS restent courtes et se compressent bien.
  const ressources = new Map();
  const ensemble = (await dsfr.feuille(join(ICI, "src/convergence.css"), ressources)) + "\n";
  const marque = await dsfr.feuilleDeLEtat(join(ICI, "src/marque-etat.css"), ressources);
  const lot = `r.${hacher(Buffer.concat([...ressources.values()]))}`;
  for (const [nom, contenu] of ressources) {
    ecrire(`${lot}/${nom}`, contenu);
  }
  for (const [nom, css] of [["convergence.css", ensemble], ["marque-etat.css", marque]]) {
    const { code } = await esbuild.transform(css.replaceAll(dsfr.LOT, lot), {
      loader: "css",
      minify: true,
      legalComments: "inline",
      target: ["chrome120", "firefox121", "safari16.4"],
    });
    publier(nom, uneSeuleMention(code));
  }

  const { outputFiles, metafile } = await esbuild.build({
    absWorkingDir: ICI,
    entryPoints: ["src/convergence.js", "src/televersement.js", "src/camera.js", "src/suivi-identite.js"],
    outdir: "/",
    bundle: true,
    metafile: true,
    write: false,
    minify: true,
    format: "esm",
    target: ["chrome120", "firefox121", "safari16.4"],
    legalComments: "inline",
    logLevel: "warning",
  });
  for (const fichier of outputFiles) {
    publier(fichier.path.split(/[\\/]/).pop(), uneSeuleMention(fichier.text));
  }
  publier("licences.txt", licences(Object.keys(metafile.inputs)));
  for (const nom of readdirSync(join(ICI, "src/images")).sort()) {
    publier(nom, readFileSync(join(ICI, "src/images", nom)));
  }

  // Celles des documents imprimés : elles restent sur le serveur, un PDF n'emporte que les lettres qu'il emploie.
  const polices = resolve(dossier, "polices");
  mkdirSync(polices, { recursive: true });
  for (const [nom, source] of Object.entries(POLICES)) {
    writeFileSync(join(polices, nom), readFileSync(join(ICI, "node_modules", source)));
  }

  const lignes = [...manifeste].sort().map(([nom, hache]) => `${nom}=${hache}\n`);
  writeFileSync(join(sortie, "manifeste.properties"), lignes.join(""));
  rendreCompte(tailles, ressources);
  writeFileSync(temoin, empreinte);
}

function hacher(contenu) {
  return createHash("sha256").update(contenu).digest("hex").slice(0, 12);
}

/** La mention de licence du système de design, répétée par chaque composant, est gardée une fois en tête. */
function uneSeuleMention(code) {
  const mentions = (code.match(/\/\*![\s\S]*?\*\//g) ?? []).filter((m) => m.includes("SPDX"));
  const uniques = new Set(mentions.map((m) => m.replace(/\s+(\*(?!\/)\s*)?/g, " ")));
  return [...uniques, code.replace(/\/\*![\s\S]*?\*\/\s*/g, "").trim(), ""].join("\n");
}

/** Les licences des paquets embarqués, que celles-ci demandent de joindre à toute copie. */
function licences(fichiers) {
  const paquets = new Set(fichiers.map((f) => f.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1]).filter(Boolean));
  return [...paquets].sort().map((paquet) => {
    const racine = join(ICI, "node_modules", paquet);
    const { version, license } = JSON.parse(readFileSync(join(racine, "package.json"), "utf8"));
    const texte = readdirSync(racine).find((nom) => /^licen[cs]e/i.test(nom));
    return `${paquet} ${version} (${license})\n\n${texte ? readFileSync(join(racine, texte), "utf8").trim() : ""}\n`;
  }).join(`\n${"-".repeat(80)}\n\n`);
}

function rendreCompte(tailles, ressources) {
  const colonne = (n) => String(n).padStart(9);
  console.log(`apparence : ${"fichier".padEnd(24)}${colonne("octets")}${colonne("gzip")}${colonne("brotli")}`);
  for (const t of tailles) {
    console.log(`            ${t.nom.padEnd(24)}${colonne(t.octets)}${colonne(t.gzip)}${colonne(t.brotli)}`);
  }
  const visite = tailles
    .filter((t) => ["convergence.css", "convergence.js", "favicon.svg"].includes(t.nom))
    .reduce((somme, t) => somme + t.brotli, PART_DE_LA_PAGE);
  console.log(`            ${ressources.size} icônes et polices, téléchargées à l'emploi`);
  console.log(`            première visite (page comprise) : ${Math.round(visite / 1000)} ko sur ${BUDGET / 1000}`);
  if (visite > BUDGET) {
    throw new Error("La première visite dépasse son budget.");
  }
}
