package fr.convergence.portail.guichet;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.definition.Defaut;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.guichet.Catalogue.Publiee;
import fr.convergence.portail.guichet.GuichetsPublies.Publication;
import fr.convergence.portail.question.Montant;
import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.base.HorlogeDeTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ce qui est publié se relit, se reprend, se nomme ; deux nœuds publient et voient la même chose. */
@ExtendWith(BaseDeTest.class)
@Tag("FRM-1")
final class CatalogueTest {

    private final HorlogeDeTest horloge = new HorlogeDeTest();
    private final JdbcClient base;
    private final GuichetsPublies guichets;
    private final GuichetsPublies autreNoeud;
    private final Catalogue catalogue;
    private final Intitules intitules;

    CatalogueTest(JdbcClient base) {
        this.base = base;
        this.guichets = new GuichetsPublies(new VersionsPubliees(base), horloge);
        this.autreNoeud = new GuichetsPublies(new VersionsPubliees(base), horloge);
        this.catalogue = new Catalogue(base);
        this.intitules = new Intitules(guichets);
    }

    @Test
    void chaque_version_se_relit_telle_qu_elle_fut_ecrite_la_derniere_d_abord() {
        publier(formulaire("relu", 1, "Rôle"));
        publier("# ma seconde version\n" + formulaire("relu", 2, "Fonction"));
        publier(guichet("RELU", 1, "Guichet relu", "relu@2", "J+5T12:00"));

        assertThat(catalogue.formulaires())
                .filteredOn(publiee -> publiee.code().equals("relu"))
                .extracting(Publiee::reference)
                .containsExactly(new Reference("relu", 2), new Reference("relu", 1));
        assertThat(catalogue.formulaires())
                .filteredOn(publiee -> publiee.code().equals("relu"))
                .allSatisfy(publiee -> assertThat(publiee.publieLe())
                        .isBetween(horloge.instant().minus(Duration.ofMinutes(5)), horloge.instant()));
        assertThat(catalogue.guichets()).extracting(Publiee::code).contains("RELU");
        assertThat(catalogue.texteDuFormulaire(new Reference("relu", 2)))
                .contains("# ma seconde version\n" + formulaire("relu", 2, "Fonction"));
        assertThat(catalogue.texteDuGuichet(new Reference("RELU", 1)))
                .as("ses dates sont celles du jour de sa publication")
                .contains(guichet("RELU", 1, "Guichet relu", "relu@2", "2026-03-22T12:00")
                        .replace("J-1T09:00", "2026-03-16T09:00"));
        assertThat(catalogue.texteDuFormulaire(new Reference("relu", 3))).isEmpty();
        assertThat(catalogue.texteDuGuichet(new Reference("RELU", 2))).isEmpty();
    }

    /** Avant que le texte se garde, il ne restait que la forme canonique : elle se lit, et se republie à l'identique. */
    @Test
    void une_version_sans_texte_se_relit_de_sa_forme_canonique() {
        var yaml = formulaire("sans-texte", 1, "Rôle");
        publier(yaml);
        base.sql("""
                        insert into guichet_formulaire (code, version, empreinte, canonique, publie_le)
                        select 'copie', 1, empreinte, replace(canonique, 'sans-texte@1', 'copie@1'), publie_le
                        from guichet_formulaire where code = 'sans-texte'
                        """).update();

        var relu = catalogue.texteDuFormulaire(new Reference("copie", 1)).orElseThrow();

        assertThat(relu).contains("\n").contains("Rôle");
        assertThat(guichets.publierFormulaire("copie.yaml", relu.replace("copie@1", "sans-texte@1")))
                .isEqualTo(new Publication.DejaPubliee(new Reference("sans-texte", 1)));
    }

    /** « 1000.00 » et « 1000 » sont la même borne, et la version publiée se rouvre. */
    @Test
    void une_borne_ronde_ecrite_avec_ses_centimes_se_publie_et_se_rouvre() {
        publier(formulaire("borne", 1, "Rôle")
                + "      - {id: montant, libelle: Montant, type: montant, max: 1000.00}\n");

        var rouvert = autreNoeud.formulaireSIlExiste(new Reference("borne", 1)).orElseThrow();

        var montant =
                (Montant) rouvert.definition().question("montant").orElseThrow().type();
        assertThat(montant.max())
                .hasValueSatisfying(max -> assertThat(max).isEqualByComparingTo(new BigDecimal("1000")));
    }

    @Test
    void examiner_dit_ce_que_ferait_la_publication_sans_publier() {
        var yaml = formulaire("examine", 1, "Rôle");
        assertThat(sort(yaml)).isEqualTo(Examen.Sort.NOUVELLE);
        assertThat(guichets.formulaireSIlExiste(new Reference("examine", 1))).isEmpty();
        publier(yaml);
        assertThat(sort(yaml)).isEqualTo(Examen.Sort.DEJA_PUBLIEE);
        assertThat(sort(formulaire("examine", 1, "Fonction"))).isEqualTo(Examen.Sort.VERSION_PRISE);
        assertThat(sort(formulaire("examine", 2, "Fonction"))).isEqualTo(Examen.Sort.NOUVELLE);

        var desk = guichet("EXAMINE", 1, "Guichet", "examine@1", "J+5T12:00");
        assertThat(sort(desk)).isEqualTo(Examen.Sort.NOUVELLE);
        publier(desk);
        assertThat(sort(desk)).isEqualTo(Examen.Sort.DEJA_PUBLIEE);
        horloge.avancer(Duration.ofDays(1));
        assertThat(sort(desk))
                .as("le lendemain, ses dates relatives en disent d'autres")
                .isEqualTo(Examen.Sort.VERSION_PRISE);
    }

    @Test
    void un_fichier_qui_ne_definit_rien_est_refuse() {
        assertThat(raison("titre: x\n"))
                .isEqualTo("il manque « guichet: » ou « formulaire: », qui dit ce que le fichier définit");
        assertThat(raison("- a\n")).isEqualTo("le fichier est fait de « clé: valeur »");
        assertThat(raison(guichet("SANS", 1, "Guichet", "inconnu@1", "J+5T12:00")))
                .isEqualTo("« formulaire » : inconnu@1 n’est pas publié");
        assertThat(guichets.publier("f.yaml", "titre: x\n")).isInstanceOf(Publication.Refusee.class);
    }

    /** D'une version à l'autre un identifiant garde son sens : les réponses se comparent d'une année à la suivante. */
    @Test
    void une_nouvelle_version_ne_change_pas_le_type_d_une_question() {
        publier(formulaire("sens", 1, "Rôle"));
        var autre = formulaire("sens", 2, "Rôle").replace("texte_court", "date");
        assertThat(raison(autre)).contains("« role » était de type texte_court dans sens@1");
        assertThat(guichets.publierFormulaire("f.yaml", autre)).isInstanceOf(Publication.Refusee.class);
    }

    @Test
    void l_autre_noeud_voit_un_guichet_publie_en_cinq_secondes_au_plus() {
        publier(formulaire("noeuds", 1, "Rôle"));
        publier(guichet("NOEUDS", 1, "Premier titre", "noeuds@1", "J+5T12:00"));
        assertThat(titre(autreNoeud, "NOEUDS")).contains("Premier titre");

        publier(guichet("NOEUDS", 2, "Second titre", "noeuds@1", "J+5T12:00"));

        assertThat(titre(guichets, "NOEUDS"))
                .as("celui qui publie le voit aussitôt")
                .contains("Second titre");
        horloge.avancer(Duration.ofSeconds(6));
        assertThat(titre(autreNoeud, "NOEUDS")).contains("Second titre");
        assertThat(guichets.toutes())
                .extracting(guichet -> guichet.definition().reference())
                .contains(new Reference("NOEUDS", 1), new Reference("NOEUDS", 2));
    }

    /** Les dates sont celles de la version en vigueur ; une étape qu'elle n'a plus garde celles du dossier. */
    @Test
    void une_etape_disparue_garde_la_fenetre_de_sa_version() {
        publier(formulaire("disparue", 1, "Rôle"));
        publier(guichet("DISPARUE", 1, "Guichet", "disparue@1", "J+5T12:00"));
        publier(guichet("DISPARUE", 2, "Guichet", "disparue@1", "J+9T12:00")
                .replace("code: candidature", "code: autre")
                .replace("etapes:", "contenus_refuses: [script]\netapes:"));
        var commence = new Reference("DISPARUE", 1);
        assertThat(guichets.fenetre(commence, "candidature").limite().map(Moment::toString))
                .contains("2026-03-22T12:00");
        assertThat(guichets.fenetre(commence, "autre").limite().map(Moment::toString))
                .contains("2026-03-26T12:00");
        assertThat(guichets.formulaire(commence, "candidature")).isPresent();
        assertThat(guichets.formulaire(commence, "autre")).isEmpty();
        assertThat(guichets.contenusRefuses(commence)).extracting(Enum::name).containsExactly("SCRIPT");
    }

    /** Le journal nomme ce que ses codes désignent, s'ils ne désignent qu'une chose. */
    @Test
    void un_code_se_nomme_quand_il_ne_designe_qu_une_chose() {
        publier(formulaire("nomme", 1, "Rôle du déposant").replace("id: role", "id: role_nomme"));
        publier(guichet("NOMME", 1, "Guichet nommé", "nomme@1", "J+5T12:00")
                .replace("code: candidature", "code: nommee"));
        assertThat(intitules.guichet("NOMME")).contains("Guichet nommé");
        assertThat(intitules.etape("nommee")).contains("Candidature");
        assertThat(intitules.question("role_nomme")).contains("Rôle du déposant");
        assertThat(intitules.guichet("INCONNU")).isEmpty();
        assertThat(intitules.etape("inconnue")).isEmpty();
        assertThat(intitules.question("inconnue")).isEmpty();

        publier(guichet("NOMME-AUSSI", 1, "Autre", "nomme@1", "J+5T12:00")
                .replace("code: candidature", "code: nommee"));
        assertThat(intitules.etape("nommee")).as("le même titre deux fois").contains("Candidature");

        publier(guichet("NOMME-AUTREMENT", 1, "Autre", "nomme@1", "J+5T12:00")
                .replace("code: candidature", "code: nommee")
                .replace("titre: Candidature", "titre: Dépôt"));
        assertThat(intitules.etape("nommee")).as("deux titres pour un code").isEmpty();
        assertThat(intitules.question("role_nomme")).contains("Rôle du déposant");
    }

    private Examen.Sort sort(String yaml) {
        return switch (guichets.examiner("f.yaml", yaml)) {
            case Examen.UnFormulaire(var _, var sort) -> sort;
            case Examen.UnGuichet(var _, var sort) -> sort;
            case Examen.Refuse(var defauts) -> throw new AssertionError(defauts);
        };
    }

    private String raison(String yaml) {
        return switch (guichets.examiner("f.yaml", yaml)) {
            case Examen.Refuse(var defauts) ->
                defauts.stream().map(Defaut::raison).findFirst().orElseThrow();
            case Examen accepte -> throw new AssertionError(accepte);
        };
    }

    private void publier(String yaml) {
        assertThat(guichets.publier("f.yaml", yaml)).isInstanceOf(Publication.Publiee.class);
    }

    private static Optional<String> titre(GuichetsPublies noeud, String code) {
        return noeud.enVigueur(code).map(guichet -> guichet.definition().titre());
    }

    private static String formulaire(String code, int version, String libelle) {
        return """
                formulaire: %s@%d
                sections:
                  - titre: Seule
                    questions:
                      - {id: role, libelle: %s, type: texte_court}
                """.formatted(code, version, libelle);
    }

    private static String guichet(String code, int version, String titre, String formulaire, String limite) {
        return """
                guichet: %s@%d
                titre: %s
                programme: CaRE
                public: etablissements
                eligibles: [GHT]
                etapes:
                  - code: candidature
                    titre: Candidature
                    formulaire: %s
                    fenetre: {candidature: J-1T09:00/%s}
                    circuit: [ARS]
                """.formatted(code, version, titre, formulaire, limite);
    }
}
