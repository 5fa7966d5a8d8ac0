package fr.convergence.isc.federation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.isc.TestDIsc;
import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.autorisation.JetonsEmis;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Ce que la base garde des jetons : rien qui serve à qui la lirait, et de quoi les retrouver d'une lecture d'index. */
@TestDIsc
@Import(ServicesDeTest.class)
final class BaseDeLaFederationTest {

    @Autowired
    ServicesDeTest services;

    @Autowired
    JetonsEmis jetons;

    @Autowired
    JdbcClient base;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void aucun_jeton_ni_secret_ni_demande_n_est_en_clair_dans_aucune_table() {
        var service = services.service();
        var navigateur = services.connecte(services.personne(Fonction.SALARIE));
        var code = service.code(navigateur, "nonce", "nonce-jamais-en-clair", "state", "etat-jamais-en-clair");
        var recus = service.echanger(code);
        var secrets = List.of(
                code,
                recus.texte("access_token"),
                recus.texte("refresh_token"),
                recus.texte("id_token"),
                service.secret(),
                "nonce-jamais-en-clair",
                "etat-jamais-en-clair");

        var lus = tout();

        assertThat(lus).as("témoin : le service s’y lit").anyMatch(ligne -> ligne.contains(service.clientId()));
        for (var secret : secrets) {
            var enHexa = java.util.HexFormat.of().formatHex(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(lus).noneMatch(ligne -> ligne.contains(secret) || ligne.contains(enHexa));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select a.id from autorisation_jeton j join autorisation a on a.id = j.autorisation"
                        + " where j.empreinte = any(array['\\x01'::bytea, '\\x02'::bytea]) and a.revoquee_le is null",
                "update autorisation_jeton set utilise_le = now() where empreinte = any(array['\\x01'::bytea])"
                        + " and utilise_le is null",
                "update autorisation set revoquee_le = now() where session = 'x' and revoquee_le is null",
                "select empreinte from autorisation_jeton where expire_le < now() and sorte <> 'CODE' limit 1000",
                "select id from autorisation where expire_le < now() limit 1000",
                "select empreinte from autorisation_preuve where expire_le < now() limit 1000",
                "select portees from autorisation_consentement where client = gen_random_uuid() and titulaire = 'x'"
            })
    void chaque_lecture_suit_un_index_devant_des_milliers_de_jetons(String requete) {
        remplir();

        // Sans statistiques, le choix du plan ne dit rien ; ce qui compte est qu'un index réponde à la question.
        var plan = transactions.execute(_ -> {
            base.sql("set local enable_seqscan = off").update();
            return String.join(
                    "\n", base.sql("explain " + requete).query(String.class).list());
        });

        assertThat(plan).doesNotContain("Seq Scan").contains("Index");
    }

    @Test
    void la_purge_efface_ce_qui_est_perime_et_garde_les_codes_employes_de_ce_qui_vit() {
        var service = services.service();
        var code = service.code(services.connecte(services.personne(Fonction.SALARIE)));
        var recus = service.echanger(code);
        base.sql(
                        "update autorisation_jeton set emis_le = emis_le - interval '1 day', expire_le = expire_le - interval '1 day'"
                                + " where sorte in ('CODE', 'ACCES')")
                .update();

        while (jetons.purger(100)) {
            // Jusqu'au bout.
        }

        assertThat(service.identite(recus.texte("access_token")).statut()).isEqualTo(401);
        assertThat(service.echanger(code).statut()).isEqualTo(400);
        assertThat(service.renouveler(recus.texte("refresh_token")).statut())
                .as("le code présenté de nouveau l’a révoqué")
                .isEqualTo(400);
    }

    private List<String> tout() {
        var lignes = new ArrayList<String>();
        for (var table : base.sql(
                        "select tablename from pg_tables where schemaname = 'public' and tablename not like 'flyway%'")
                .query(String.class)
                .list()) {
            lignes.addAll(base.sql("select t::text from " + table + " t")
                    .query(String.class)
                    .list());
        }
        return lignes;
    }

    private void remplir() {
        var client = services.service().id();
        base.sql("""
                with neuves as (
                    insert into autorisation (id, client, titulaire, octroi, portees, session, connecte_le, acr, amr,
                        cree_le, expire_le)
                    select gen_random_uuid(), ?, 'personne ' || rang, 'authorization_code', '{openid}', 'session ' || rang,
                        now(), 'a', '{}', now(), now() + interval '1 hour'
                    from generate_series(1, 3000) rang returning id)
                insert into autorisation_jeton (empreinte, autorisation, sorte, portees, emis_le, expire_le)
                select decode(md5(id::text || rang), 'hex'), id, 'ACCES', '{openid}', now(), now() + interval '1 hour'
                from neuves, generate_series(1, 3) rang
                """).param(client).update();
        base.sql("""
                insert into autorisation_preuve (empreinte, expire_le)
                select decode(md5(random()::text), 'hex'), now() + interval '1 hour' from generate_series(1, 3000)
                """).update();
        base.sql("""
                insert into autorisation_consentement (client, titulaire, portees, donne_le)
                select ?, 'personne ' || rang, '{openid}', now() from generate_series(1, 3000) rang
                """).param(client).update();
    }
}
