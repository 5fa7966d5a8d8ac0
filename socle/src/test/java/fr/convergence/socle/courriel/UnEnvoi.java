package fr.convergence.socle.courriel;

import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.chiffrement.ClesDeTest;
import fr.convergence.socle.chiffrement.Coffre;
import fr.convergence.socle.courriel.Regroupement.Attente;
import fr.convergence.socle.site.Site;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** Une file de courriels vide et le serveur qui les reçoit. */
@ExtendWith(BaseDeTest.class)
abstract class UnEnvoi {

    static final String ADRESSE = "jeanne@hopital.example";

    static final Expediteur EXPEDITEUR = new Expediteur(
            "ne-pas-repondre@convergence.example", "Convergence", "support@convergence.example", "http://ici");

    static final PasserelleDeSms SANS_SMS =
            new PasserelleDeSms(new ReglagesDesSms(null, "", "Convergence", Duration.ofSeconds(2)));

    final HorlogeDeTest horloge = new HorlogeDeTest();
    final BoiteDeTest boite = new BoiteDeTest();
    final JavaMailSenderImpl smtp = new JavaMailSenderImpl();
    final JdbcClient base;
    final TransactionTemplate transaction;
    final Coffre coffre = ClesDeTest.coffre();
    final Lettres lettres;
    final Facteur facteur;
    final EnvoiDesCourriels envoi;
    final Retenus retenus;
    final Courriels courriels;
    /** Ce que chacun a choisi, par adresse : personne, tant qu'un essai ne l'écrit pas. */
    final Map<String, Attente> attentes = new HashMap<>();

    UnEnvoi(JdbcClient base, TransactionTemplate transaction) {
        this.base = base;
        this.transaction = transaction;
        smtp.setHost("localhost");
        smtp.setPort(boite.port());
        lettres = new Lettres(base, transaction, coffre, EXPEDITEUR, horloge);
        facteur = new Facteur(smtp, EXPEDITEUR);
        envoi = new EnvoiDesCourriels(base, lettres, facteur, SANS_SMS, coffre, horloge);
        retenus = new Retenus(base, choix(), EXPEDITEUR, horloge);
        courriels = new Courriels(
                new Modeles(base, horloge, new Site("essai", "")), EXPEDITEUR, lettres, retenus, envoi, _ -> Map.of());
    }

    private ObjectProvider<Regroupement> choix() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("choix", (Regroupement) _ -> Map.copyOf(attentes));
        return beans.getBeanProvider(Regroupement.class);
    }

    @BeforeEach
    void vider() {
        base.sql("delete from courriel_retenu").update();
        base.sql("delete from courriel_lettre").update();
        base.sql("delete from courriel").update();
        base.sql("delete from courriel_modele").update();
    }

    @AfterEach
    void fermer() {
        boite.close();
    }

    long nombre(String table) {
        return base.sql("select count(*) from " + table).query(Long.class).single();
    }

    void ecrire(String nom) {
        courriels.ecrire("courriel/essai", ADRESSE, Map.of("nom", nom, "jeton", "a_b*c"));
    }

    String valeur(String colonne) {
        return base.sql("select " + colonne + " from courriel")
                .query(String.class)
                .single();
    }

    static String texte(jakarta.mail.internet.MimeMessage message) throws Exception {
        return partie(message, "text/plain");
    }

    static String html(jakarta.mail.internet.MimeMessage message) throws Exception {
        return partie(message, "text/html");
    }

    static String partie(jakarta.mail.Part partie, String type) throws Exception {
        if (partie.isMimeType(type)) {
            return (String) partie.getContent();
        }
        if (partie.getContent() instanceof MimeMultipart parties) {
            for (var i = 0; i < parties.getCount(); i++) {
                var trouvee = partie(parties.getBodyPart(i), type);
                if (!trouvee.isEmpty()) {
                    return trouvee;
                }
            }
        }
        return "";
    }
}
