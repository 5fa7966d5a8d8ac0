package fr.convergence.isc;

import fr.convergence.isc.compte.Comptes;
import fr.convergence.isc.compte.ComptesDeTest;
import fr.convergence.isc.compte.CreerCompte;
import fr.convergence.isc.entreprise.Entreprises;
import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.chiffrement.Coffre;
import fr.convergence.socle.courriel.DistributionDeTest;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.personne.Secrets;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * Industriels Santé Connect, entier, sur un vrai PostgreSQL ; le contexte et sa base servent à toutes les classes qui le demandent, chaque
 * test y crée donc ses propres données.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Isc.class, properties = Isc.REGLAGES)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDIsc.SurBaseDeTest.class)
@Import(TestDIsc.Doublures.class)
@TestExecutionListeners(
        listeners = TestDIsc.ALHeure.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface TestDIsc {

    /** Où ce processus d’essai range clés et fichiers : deux tournent à la fois, chacun a le sien. */
    Path RANGEMENT = Path.of("target", "essai-" + System.getProperty("essai.processus", "1"));

    /** L'horloge que le test avance, et la boîte où il lit les courriels avant qu'ils partent. */
    @TestConfiguration(proxyBeanMethods = false)
    @Import(DistributionDeTest.class)
    class Doublures {

        @Bean
        @Primary
        HorlogeDeTest horlogeDeTest() {
            return new HorlogeDeTest();
        }

        /** Les tests lisent les pages comme un œil : une espace insécable y est une espace. */
        @Bean
        MockMvcBuilderCustomizer espacesOrdinaires() {
            return constructeur -> constructeur.alwaysDo(echange -> {
                var reponse = echange.getResponse();
                if (String.valueOf(reponse.getContentType()).startsWith("text/")) {
                    var lu = reponse.getContentAsString(StandardCharsets.UTF_8).replace('\u00a0', ' ');
                    reponse.setCommitted(false);
                    reponse.resetBuffer();
                    reponse.getOutputStream().write(lu.getBytes(StandardCharsets.UTF_8));
                }
            });
        }

        @Bean
        BoiteAuxLettres boiteAuxLettres(JdbcClient base, Coffre coffre, DistributionDeTest distribution) {
            return new BoiteAuxLettres(base, coffre, distribution);
        }

        @Bean
        PortesDIsc portesDIsc(MockMvcTester web, Comptes comptes, ComptesDeTest comptesDeTest, BoiteAuxLettres boite) {
            return new PortesDIsc(web, comptes, comptesDeTest, boite);
        }

        @Bean
        ComptesDeTest comptesDeTest(CreerCompte creer, Entreprises entreprises, Secrets secrets, Clock horloge) {
            return new ComptesDeTest(creer, entreprises, secrets, horloge);
        }
    }

    /** Les classes partagent l'horloge du contexte : chaque test la rend à l'heure. */
    final class ALHeure implements TestExecutionListener {

        @Override
        public void afterTestMethod(TestContext test) {
            test.getApplicationContext().getBean(HorlogeDeTest.class).remettre();
        }
    }

    /** Donne au contexte une base neuve ; les travaux de fond dorment, chaque test les appelle s'il en a besoin. */
    final class SurBaseDeTest implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext contexte) {
            TestPropertyValues.of(
                            "spring.datasource.url=" + BaseDeTest.nouvelleAdresse(),
                            "spring.datasource.username=" + BaseDeTest.APPLICATION,
                            "spring.flyway.user=" + BaseDeTest.PROPRIETAIRE,
                            "spring.datasource.hikari.maximum-pool-size=8",
                            "convergence.taches.actives=false",
                            "convergence.mesures.port=0",
                            "convergence.sms.adresse=http://localhost:9/sms",
                            "logging.level.root=warn",
                            "convergence.cles.fichier=" + RANGEMENT.resolve("cles.json"),
                            "convergence.cles.creer=true",
                            "convergence.fichiers.depot=" + RANGEMENT.resolve("fichiers"))
                    .applyTo(contexte);
        }
    }
}
