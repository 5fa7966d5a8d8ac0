package fr.convergence.parcours;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Des dossiers posés en base, transmis : les remplir est l'affaire d'un autre parcours. */
record DossiersPoses(BaseDeLExploitant base) {

    /** Un dossier de Bretagne, transmis deux fois avec un autre rôle. */
    void un(String reference, String referente) {
        un(reference, "340780451", referente);
    }

    /** @param candidat une EJ publique hors GHT ; elle n'a qu'un dossier vivant */
    void un(String reference, String candidat, String referente) {
        var dossier = UUID.randomUUID();
        var etape = UUID.randomUUID();
        base.texte("""
                insert into dossier (id, reference, guichet, guichet_version, candidat_type, candidat, candidat_nom,
                                     region, referent, cree_le)
                select ?, ?, 'CARE-D1', max(version), 'EJ_PUBLIQUE_HORS_GHT', ?, 'HÔPITAL DE BRETAGNE (ESSAI)',
                       '53', (select id from compte where nom_utilisateur = ?), now()
                from guichet_version where code = 'CARE-D1'
                returning reference
                """, dossier, reference, candidat, referente);
        base.texte("""
                insert into dossier_etape (id, dossier, code, rang, circuit, etat, niveau, depuis, transmise_le, version,
                                           guichet, region, candidat_type, tri)
                values (?, ?, 'candidature', 1, array['ARS'], 'EN_VERIFICATION', 'ARS', now(), now(), 3, 'CARE-D1', '53',
                        'EJ_PUBLIQUE_HORS_GHT', 'hopital de bretagne essai')
                returning id::text
                """, etape, dossier);
        editer(etape, 1, "Directeur");
        editer(etape, 2, "Directrice adjointe");
        ranger();
    }

    /** Un dossier de Bretagne au domaine 1, dont il n'y a à lire que ce qui s'échange à côté. */
    void sansReponse(String reference, String referente, String finess) {
        base.texte("""
                with pose as (
                    insert into dossier (id, reference, guichet, guichet_version, candidat_type, candidat, candidat_nom,
                                         region, referent, cree_le)
                    select gen_random_uuid(), ?, 'CARE-D1', max(version), 'EJ_PUBLIQUE_HORS_GHT', ?,
                           'HÔPITAL DES ÉCHANGES (ESSAI)', '53', (select id from compte where nom_utilisateur = ?), now()
                    from guichet_version where code = 'CARE-D1'
                    returning id)
                insert into dossier_etape (id, dossier, code, rang, circuit, etat, niveau, depuis, transmise_le, version,
                                           guichet, region, candidat_type, tri)
                select gen_random_uuid(), id, 'candidature', 1, array['ARS'], 'EN_VERIFICATION', 'ARS', now(), now(), 3,
                       'CARE-D1', '53', 'EJ_PUBLIQUE_HORS_GHT', 'hopital des echanges essai'
                from pose
                returning id::text
                """, reference, finess, referente);
        ranger();
    }

    /** Trente dossiers de Bretagne, qui attendent leur ARS d'une minute en une minute ; les mêmes pour tous les parcours. */
    void trente(String referente) {
        synchronized (DossiersPoses.class) {
            if (base.texte("select count(*)::text from dossier where reference like 'RADEXXXX%'")
                    .equals("0")) {
                poserTrente(referente);
            }
        }
    }

    private void poserTrente(String referente) {
        base.changer(
                """
                with poses as (
                    insert into dossier (id, reference, guichet, guichet_version, candidat_type, candidat, candidat_nom,
                                         region, referent, cree_le)
                    select gen_random_uuid(), 'RADEXXXX' || chr(65 + n / 10) || chr(65 + n % 10), 'CARE-D2',
                           (select max(version) from guichet_version where code = 'CARE-D2'),
                           'EJ_PRIVEE', split_part(?, ' ', n), 'CLINIQUE DE LA RADE ' || to_char(n, 'FM00'), '53',
                           (select id from compte where nom_utilisateur = ?), now()
                    from generate_series(1, 30) n
                    returning id, candidat_nom)
                insert into dossier_etape (id, dossier, code, rang, circuit, etat, niveau, depuis, transmise_le, version,
                                           guichet, region, candidat_type, tri)
                select gen_random_uuid(), id, 'candidature', 1, array['ARS'], 'EN_VERIFICATION', 'ARS',
                       now() - interval '1 day' + right(candidat_nom, 2)::int * interval '1 minute', now(), 3, 'CARE-D2',
                       '53', 'EJ_PRIVEE', lower(candidat_nom)
                from poses
                """,
                IntStream.rangeClosed(1, 30).mapToObj(DossiersPoses::finess).collect(Collectors.joining(" ")),
                referente);
        base.changer("""
                insert into dossier_compteur (region, guichet, etape, etat, niveau, nombre)
                values ('53', 'CARE-D2', 'candidature', 'EN_VERIFICATION', 'ARS', 30)
                """);
        ranger();
    }

    /** Un numéro juste, sans quoi le tableau de bord de son référent ne se lirait plus. */
    static String finess(int rang) {
        var debut = "5399%04d".formatted(rang);
        var somme = IntStream.range(0, debut.length())
                .map(place -> Character.digit(debut.charAt(place), 10) * (place % 2 == 0 ? 1 : 2))
                .map(chiffre -> chiffre > 9 ? chiffre - 9 : chiffre)
                .sum();
        return debut + (10 - somme % 10) % 10;
    }

    /** Ce que leur transmission aurait mis à la recherche : leur nom et leur référence. */
    private void ranger() {
        base.changer("""
                insert into recherche_dossier (dossier, mots)
                select d.id, array_to_tsvector(string_to_array(e.tri, ' ') || array['=' || lower(d.reference)])
                from dossier d join dossier_etape e on e.dossier = d.id
                where e.transmise_le is not null
                on conflict do nothing
                """);
        base.changer("""
                insert into recherche_nom (region, mot, tri, etape)
                select e.region, mot, e.tri, e.id from dossier_etape e, unnest(string_to_array(e.tri, ' ')) mot
                where e.transmise_le is not null
                on conflict do nothing
                """);
    }

    private void editer(UUID etape, int numero, String role) {
        base.texte("""
                insert into saisie_edition (etape, numero, contenu, empreinte, transmise_le, par, cle)
                values (?, ?, ?, 'essai', now(), ?, ?) returning empreinte
                """, etape, numero, """
                {"formulaire":"care-d1-candidature@5","definition":"essai","preuves":{},"reponses":{"role":"%s",
                "iban":"FR7630006000011234567890189","engagement":"oui"}}""".formatted(role), UUID.randomUUID(), UUID.randomUUID());
    }
}
