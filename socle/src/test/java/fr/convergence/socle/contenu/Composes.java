package fr.convergence.socle.contenu;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Des fichiers composés bien rangés : table d'allocation, mini-flux et dossiers, comme les logiciels les écrivent. */
public final class Composes {

    private static final int SECTEUR = 512;
    private static final int MINI = 64;
    private static final int SEUIL = 4096;
    private static final int FIN = -2;
    private static final int TABLE = -3;

    private final Map<String, byte[]> flux = new LinkedHashMap<>();

    private record Rubrique(String nom, int sorte, int debut, int taille, int droite, int enfant) {}

    public static Composes de(String nom, byte[] octets) {
        return new Composes().et(nom, octets);
    }

    /** @param chemin « ObjectPool/_1/CONTENTS » */
    public Composes et(String chemin, byte[] octets) {
        flux.put(chemin, octets);
        return this;
    }

    public byte[] octets() {
        var corps = new ByteArrayOutputStream();
        var table = new ArrayList<Integer>();
        var minis = new ByteArrayOutputStream();
        var miniTable = new ArrayList<Integer>();
        var rubriques = new ArrayList<Rubrique>();
        rubriques.add(new Rubrique("Root Entry", 5, FIN, 0, -1, -1));
        var enfant = dossier("", rubriques, corps, table, minis, miniTable);
        var premierMini = ajouter(minis.toByteArray(), SECTEUR, corps, table);
        rubriques.set(0, new Rubrique("Root Entry", 5, premierMini, minis.size(), -1, enfant));
        var miniFat = ByteBuffer.allocate(4 * miniTable.size()).order(ByteOrder.LITTLE_ENDIAN);
        miniTable.forEach(miniFat::putInt);
        var premiereMiniFat = ajouter(completes(miniFat.array()), SECTEUR, corps, table);
        var premiereRubrique = ajouter(octets(rubriques), SECTEUR, corps, table);
        return assembler(corps, table, premiereRubrique, premiereMiniFat);
    }

    private int dossier(
            String sous,
            List<Rubrique> rubriques,
            ByteArrayOutputStream corps,
            List<Integer> table,
            ByteArrayOutputStream minis,
            List<Integer> miniTable) {
        var suivante = -1;
        var noms = flux.keySet().stream()
                .filter(chemin -> chemin.startsWith(sous))
                .map(chemin -> chemin.substring(sous.length()).split("/")[0])
                .distinct()
                .toList();
        for (var nom : noms) {
            var contenu = flux.get(sous + nom);
            Rubrique rubrique;
            if (contenu == null) {
                var enfant = dossier(sous + nom + "/", rubriques, corps, table, minis, miniTable);
                rubrique = new Rubrique(nom, 1, 0, 0, suivante, enfant);
            } else {
                var debut = contenu.length < SEUIL
                        ? ajouter(contenu, MINI, minis, miniTable)
                        : ajouter(contenu, SECTEUR, corps, table);
                rubrique = new Rubrique(nom, 2, debut, contenu.length, suivante, -1);
            }
            suivante = rubriques.size();
            rubriques.add(rubrique);
        }
        return suivante;
    }

    /** Range des octets à la suite et enchaîne leurs secteurs ; rend le premier. */
    private static int ajouter(byte[] octets, int unite, ByteArrayOutputStream corps, List<Integer> table) {
        var n = (octets.length + unite - 1) / unite;
        if (n == 0) {
            return FIN;
        }
        var premier = table.size();
        for (var i = 0; i < n; i++) {
            table.add(i == n - 1 ? FIN : premier + i + 1);
        }
        corps.writeBytes(octets);
        corps.writeBytes(new byte[n * unite - octets.length]);
        return premier;
    }

    private static byte[] completes(byte[] entiers) {
        var n = (entiers.length + SECTEUR - 1) / SECTEUR * SECTEUR;
        var complets = new byte[n];
        Arrays.fill(complets, (byte) 0xFF);
        System.arraycopy(entiers, 0, complets, 0, entiers.length);
        return complets;
    }

    private static byte[] octets(List<Rubrique> rubriques) {
        var octets = ByteBuffer.allocate((rubriques.size() + 3) / 4 * SECTEUR).order(ByteOrder.LITTLE_ENDIAN);
        for (var i = 0; i < rubriques.size(); i++) {
            var rubrique = rubriques.get(i);
            var ou = 128 * i;
            octets.put(ou, rubrique.nom().getBytes(UTF_16LE));
            octets.putShort(ou + 64, (short) (2 * rubrique.nom().length() + 2));
            octets.put(ou + 66, (byte) rubrique.sorte()).put(ou + 67, (byte) 1);
            octets.putInt(ou + 68, -1).putInt(ou + 72, rubrique.droite()).putInt(ou + 76, rubrique.enfant());
            octets.putInt(ou + 116, rubrique.debut()).putInt(ou + 120, rubrique.taille());
        }
        return octets.array();
    }

    private static byte[] assembler(ByteArrayOutputStream corps, List<Integer> table, int rubriques, int miniTable) {
        var secteursDeTable = 1;
        while (secteursDeTable * (SECTEUR / 4) < table.size() + secteursDeTable) {
            secteursDeTable++;
        }
        var premiere = table.size();
        for (var i = 0; i < secteursDeTable; i++) {
            table.add(TABLE);
        }
        var fat = ByteBuffer.allocate(4 * table.size()).order(ByteOrder.LITTLE_ENDIAN);
        table.forEach(fat::putInt);
        corps.writeBytes(completes(fat.array()));
        var entete = ByteBuffer.allocate(SECTEUR).order(ByteOrder.LITTLE_ENDIAN);
        entete.putLong(0, 0xE11AB1A1E011CFD0L).putShort(24, (short) 0x3E).putShort(26, (short) 3);
        entete.putShort(28, (short) 0xFFFE).putShort(30, (short) 9).putShort(32, (short) 6);
        entete.putInt(44, secteursDeTable)
                .putInt(48, rubriques)
                .putInt(56, SEUIL)
                .putInt(60, miniTable);
        entete.putInt(64, miniTable < 0 ? 0 : 1).putInt(68, FIN);
        for (var i = 0; i < 109; i++) {
            entete.putInt(76 + 4 * i, i < secteursDeTable ? premiere + i : -1);
        }
        return Echantillons.colle(entete.array(), corps.toByteArray());
    }
}
