package fr.convergence.portail.piece;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.socle.contenu.Echantillons;
import fr.convergence.socle.contenu.Raison;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.fichier.Analyse;
import fr.convergence.socle.fichier.EtatFichier;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** La réserve de conteneurs : remplie par l'opérateur, chacun attribué une seule fois, l'alerte quand elle est vide (ZED-2). */
@TestDuPortail
@Tag("ZED-2")
final class ReserveDeConteneursTest {

    private static final int A_LA_FOIS = 50;

    @Autowired
    ApplicationContext portail;

    @Autowired
    MockMvcTester web;

    @Autowired
    Requetes requetes;

    @Autowired
    ComptesDeTest comptes;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    Analyse analyse;

    @Autowired
    JdbcClient base;

    private Depots depots;
    private Connecte claire;
    private Compte operateur;

    @BeforeEach
    void une_reserve_vide() {
        base.sql("truncate conteneur_reserve, conteneur_alerte").update();
        depots = Depots.dans(portail);
        claire = depots.referent();
        depots.dossier(claire); // publie le guichet
        operateur = comptes.membre(Role.OPERATEUR);
    }

    @Test
    void cinquante_demandes_a_la_fois_recoivent_cinquante_conteneurs() throws Exception {
        remplir(A_LA_FOIS);
        var demandes = IntStream.range(0, A_LA_FOIS)
                .mapToObj(_ -> new UnConteneur(requetes, claire, depots.dossier(claire), "reserve"))
                .toList();

        var montres = ensemble(
                demandes.stream().<Essai>map(demande -> () -> insister(demande)).toList());

        assertThat(montres.stream().map(identifiants -> identifiants[1]).distinct())
                .hasSize(A_LA_FOIS)
                .allMatch(motDePasse -> motDePasse.startsWith("MotDePasse"));
        assertThat(base.sql("select count(*) from conteneur_reserve where attribue_le is null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void un_dossier_n_a_qu_un_conteneur_par_objectif_fut_il_demande_cinquante_fois() throws Exception {
        remplir(3);
        var conteneur = new UnConteneur(requetes, claire, depots.dossier(claire), "reserve");

        var montres = ensemble(IntStream.range(0, A_LA_FOIS)
                .<Essai>mapToObj(_ -> () -> insister(conteneur))
                .toList());

        assertThat(montres.stream().map(identifiants -> identifiants[1]).distinct())
                .hasSize(1);
        assertThat(base.sql("select count(*) from conteneur_reserve where attribue_le is not null")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    /** Des identifiants perdus, et plus rien à donner : celui que l'on a vaut mieux que rien. */
    @Test
    void une_reserve_vide_ne_reprend_pas_le_conteneur_que_l_on_a() {
        remplir(1);
        var conteneur = new UnConteneur(requetes, claire, depots.dossier(claire), "reserve");
        conteneur.pret();

        assertThat(requetes.envoyer(claire, conteneur.adresse() + "/remplacements"))
                .hasStatus(303);

        assertThat(conteneur.fichier()).isEqualTo(zed(0));
    }

    @Test
    void ses_identifiants_s_effacent_a_l_activation_et_il_se_rend() {
        remplir(1);
        var dossier = depots.dossier(claire);
        var conteneur = new UnConteneur(requetes, claire, dossier, "reserve");
        conteneur.pret();

        assertThat(base.sql("""
                        select (select count(*) from conteneur c join dossier_etape e on e.id = c.etape
                                where e.dossier = :dossier and c.identifiants is not null)
                             + (select count(*) from conteneur_reserve where identifiants is not null)
                        """)
                        .param("dossier", dossier.id())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(conteneur.fichier()).isEqualTo(zed(0));
        var vide = depots.depose(claire, dossier, "reserve", "vide.zed", zed(0));
        assertThat(analyse.analyser(vide))
                .hasValueSatisfying(etat ->
                        assertThat(((EtatFichier.Refuse) etat).refus().raison()).isEqualTo(Raison.CONTENEUR_VIDE));
        var rendu = depots.depose(claire, dossier, "reserve", "preuves.zed", zed(7));
        assertThat(analyse.analyser(rendu)).containsInstanceOf(EtatFichier.NonAnalyse.class);
        var faux = depots.depose(claire, dossier, "reserve", "faux.zed", Echantillons.zipChiffre());
        assertThat(analyse.analyser(faux)).containsInstanceOf(EtatFichier.Refuse.class);
    }

    @Test
    void une_reserve_vide_le_dit_previent_l_operateur_une_fois_et_se_rouvre_une_fois_remplie() {
        var conteneur = new UnConteneur(requetes, claire, depots.dossier(claire), "reserve");
        for (var essai = 0; essai < 2; essai++) {
            assertThat(requetes.envoyer(claire, conteneur.adresse())).hasStatus(303);
        }

        assertThat(conteneur.page().select("[data-conteneur-mot-de-passe]")).isEmpty();
        assertThat(boite.de(operateur.courriel().valeur()).stream()
                        .filter(lettre -> lettre.modele().equals("conteneur/reserve-vide")))
                .hasSize(1)
                .allSatisfy(lettre -> assertThat(lettre.texte()).contains("DEPOTS", "Preuves de la réserve"));
        var qui = comptes.connecte(operateur);
        assertThat(UnConteneur.texte(requetes.lire(qui, "/administration")))
                .contains("La réserve du guichet DEPOTS est vide");

        remplir(1);
        assertThat(UnConteneur.texte(requetes.lire(qui, "/administration"))).doesNotContain("DEPOTS est vide");
        assertThat(conteneur.montrer()[1]).isEqualTo("MotDePasse 0 ");
    }

    @Test
    void sans_reserve_le_conteneur_se_fait_a_la_demande_la_ou_le_guichet_le_permet() {
        var conteneur = new UnConteneur(requetes, claire, depots.dossier(claire), "mixte");
        assertThat(conteneur.montrer()[1]).hasSize(20);
        assertThat(boite.de(operateur.courriel().valeur()).stream()
                        .filter(lettre -> lettre.modele().equals("conteneur/reserve-vide")))
                .as("une réserve que personne n'a remplie ne manque à personne")
                .isEmpty();

        remplir(1);
        var autre = new UnConteneur(requetes, claire, depots.dossier(claire), "mixte");
        assertThat(autre.montrer()[1]).startsWith("MotDePasse");
    }

    @Test
    void chaque_ligne_refusee_dit_pourquoi_et_les_autres_entrent() {
        var page = importer("""
                guichet;objectif;fichier;utilisateur;mot_de_passe
                DEPOTS;;0.zed;zed-0;MotDePasse 0
                DEPOTS;;0.zed;zed-0;deux fois le même
                INCONNU;;1.zed;zed-1;x
                DEPOTS;rib;1.zed;zed-1;x
                DEPOTS;reserve;absent.zed;zed-1;x
                DEPOTS;reserve;1.zed;zed-1;
                DEPOTS;reserve;note.zed;zed-1;x
                """, 2);

        assertThat(page)
                .contains(
                        "1 conteneur est entré",
                        "déjà dans la réserve",
                        "Aucun guichet publié",
                        "question confidentielle de ce nom",
                        "Aucun fichier envoyé",
                        "mot de passe manque",
                        "pas un conteneur ZED")
                .doesNotContain("MotDePasse");
    }

    /** Huit connexions pour cinquante : qui attend trop est prié de réessayer, et le fait. */
    private String[] insister(UnConteneur conteneur) {
        while (requetes.envoyer(claire, conteneur.adresse()).getResponse().getStatus() == 503) {
            Thread.onSpinWait();
        }
        var page = conteneur.page();
        while (page.select("#conteneur").isEmpty()) {
            page = conteneur.page();
        }
        return UnConteneur.identifiants(page);
    }

    private interface Essai {
        String[] mener();
    }

    private static List<String[]> ensemble(List<? extends Essai> essais) throws Exception {
        try (var fils = Executors.newFixedThreadPool(A_LA_FOIS)) {
            var attendus = new ArrayList<Future<String[]>>();
            essais.forEach(essai -> attendus.add(fils.submit(essai::mener)));
            var tous = new ArrayList<String[]>();
            for (var attendu : attendus) {
                tous.add(attendu.get());
            }
            return tous;
        }
    }

    private void remplir(int nombre) {
        var lignes = new StringBuilder("guichet;objectif;fichier;utilisateur;mot_de_passe\n");
        for (var i = 0; i < nombre; i++) {
            lignes.append("DEPOTS;;%d.zed;zed-%d;MotDePasse %d \n".formatted(i, i, i));
        }
        assertThat(importer(lignes.toString(), nombre))
                .contains("dans la réserve")
                .doesNotContain("Lignes refusées");
    }

    private String importer(String csv, int conteneurs) {
        var requete = web.post()
                .uri("/administration/conteneurs/imports")
                .with(requetes.par(comptes.connecte(operateur)))
                .with(csrf())
                .multipart()
                .file(new MockMultipartFile("fichiers", "reserve.csv", "text/csv", csv.getBytes(UTF_8)))
                .file(new MockMultipartFile("fichiers", "note.zed", null, Echantillons.pdf()));
        for (var i = 0; i < conteneurs; i++) {
            requete.file(new MockMultipartFile("fichiers", i + ".zed", null, zed(i)));
        }
        var reponse = requete.exchange();
        assertThat(reponse).hasStatusOk();
        return Jsoup.parse(UnConteneur.texte(reponse)).text();
    }

    /** Un conteneur reconnaissable : son numéro suit ses rubriques. */
    private static byte[] zed(int numero) {
        return Echantillons.colle(Echantillons.zed(), ("%04d".formatted(numero).repeat(128)).getBytes(UTF_8));
    }
}
