package fr.convergence.portail.inscription;

import fr.convergence.socle.base.Uuid;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Un petit registre : un GHT de douze entités juridiques, deux privées en Occitanie, une en Hauts-de-France. */
public final class RegistreDEssai {

    public static final String SUPPORT = "340780477";
    public static final String PRIVEE = "110000064";
    public static final String PRIVEE_AILLEURS = "020000048";

    private static final String[] MEMBRES = {
        "120004528", "120004619", "120780291", "340011295", "340780519", "340780535", "340780543", "340796358"
    };

    private final JdbcClient base;
    private final UUID importation = Uuid.v7();

    private RegistreDEssai(JdbcClient base) {
        this.base = base;
    }

    public static void poser(JdbcClient base) {
        new RegistreDEssai(base).poser();
    }

    private void poser() {
        base.sql(
                        "insert into etablissement_import (id, fichier, commence_le, issue) values (?, 'essai', now(), 'IMPORTE')")
                .param(importation)
                .update();
        ej(SUPPORT, "CHU MONTPELLIER", "EJ_MEMBRE_GHT", "OCC-04", "76");
        for (var membre : MEMBRES) {
            ej(membre, "CH " + membre, "EJ_MEMBRE_GHT", "OCC-04", "76");
        }
        ej(PRIVEE, "CLINIQUE DE MIREMONT BADENS", "EJ_PRIVEE", null, "76");
        ej(PRIVEE_AILLEURS, "CLINIQUE DU NORD", "EJ_PRIVEE", null, "32");
        base.sql("""
                insert into etablissement_ght
                    (code, code_diffusion, nom, region, finess_support, tri, mots, recherche, import_id)
                values ('OCC-04', '76104', 'EST HERAULT ET SUD AVEYRON', '76', ?, 'est herault', ' est herault',
                    ' est herault occ 04 chu montpellier 340780477', ?)
                on conflict do nothing
                """).params(SUPPORT, importation).update();
        membre(SUPPORT, "SUPPORT");
        for (var membre : MEMBRES) {
            membre(membre, "MEMBRE");
        }
        eg("110780152", PRIVEE, "CLINIQUE DE MIREMONT");
    }

    private void ej(String finess, String nom, String type, String ght, String region) {
        base.sql("""
                insert into etablissement_ej (finess, raison_sociale, type, code_ght, commune, region, tri, mots, import_id)
                values (?, ?, ?, ?, 'BADENS', ?, ?, ?, ?)
                on conflict do nothing
                """)
                .params(finess, nom, type, ght, region, nom.toLowerCase(), mots(nom, finess), importation)
                .update();
    }

    private void eg(String finess, String ej, String nom) {
        base.sql("""
                insert into etablissement_eg (finess, finess_ej, raison_sociale, commune, tri, recherche, import_id)
                values (?, ?, ?, 'BADENS', ?, ?, ?)
                on conflict do nothing
                """)
                .params(finess, ej, nom, nom.toLowerCase(), mots(nom, finess), importation)
                .update();
    }

    private void membre(String finess, String role) {
        base.sql("""
                insert into etablissement_ght_membre (code_ght, finess_ej, role, depuis, import_id)
                values ('OCC-04', ?, ?, current_date, ?)
                on conflict do nothing
                """).params(finess, role, importation).update();
    }

    private static String mots(String nom, String finess) {
        return " " + nom.toLowerCase() + " " + finess + " badens";
    }
}
