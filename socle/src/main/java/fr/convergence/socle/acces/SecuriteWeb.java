package fr.convergence.socle.acces;

import fr.convergence.socle.envoi.CorpsDesRequetes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** La chaîne de filtres : jeton anti-rejeu, politique de contenu, session, déconnexion. */
@Configuration
class SecuriteWeb {

    static final String DECONNEXION = "/deconnexion";
    static final String DECONNECTE = "/?deconnecte";

    @Bean
    SecurityFilterChain chaine(
            HttpSecurity http,
            SecurityContextRepository contextes,
            AccessDeniedHandler refuse,
            CorpsDesRequetes corps,
            SaisieArretee saisies,
            PreuveDeCompte preuves,
            EntreeDuSite entree,
            ObjectProvider<LogoutHandler> sorties)
            throws Exception {
        // Le jeton est dans le corps : on n'en lit que lui avant de l'avoir jugé, le reste ensuite.
        http.addFilterBefore(corps.avantLeJeton(), CsrfFilter.class)
                .addFilterAfter(corps.apresLeJeton(), CsrfFilter.class);
        // Ce qu'un partenaire envoie n'a pas de session : sa signature en tient lieu.
        http.csrf(jeton -> jeton.csrfTokenRequestHandler(new JetonOuPreuve(preuves))
                .ignoringRequestMatchers(PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/partenaires/**")));
        http.securityContext(contexte -> contexte.securityContextRepository(contextes));
        // La règle de chaque route est sur elle (Acces) ; ici, seulement ce qui ne passe pas par un contrôleur.
        http.authorizeHttpRequests(routes -> routes.requestMatchers("/actuator/health/**")
                .permitAll()
                .requestMatchers("/actuator/**")
                .denyAll()
                .requestMatchers(HttpMethod.TRACE)
                .denyAll()
                .anyRequest()
                .permitAll());
        http.exceptionHandling(refus -> refus.authenticationEntryPoint(new PorteDEntree(saisies, entree))
                .accessDeniedHandler(refuse));
        http.requestCache(retour -> retour.requestCache(pagesDemandees()));
        // Les envois inachevés que le navigateur retient portent des noms de fichiers : ils partent avec la session.
        http.logout(sortie -> {
            sortie.logoutUrl(DECONNEXION)
                    .logoutSuccessUrl(DECONNECTE)
                    .addLogoutHandler(new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.STORAGE)));
            // Ce qu'un site fait de plus, tant que la session est encore là.
            sorties.forEach(sortie::addLogoutHandler);
        });
        // Qui encadre une page : personne, dit sa politique ; nos pages, dit celle d'un fichier que l'on y voit.
        http.headers(entetes -> entetes.contentSecurityPolicy(csp -> csp.policyDirectives(PolitiqueDeContenu.DU_SITE))
                .frameOptions(cadre -> cadre.sameOrigin())
                .referrerPolicy(origine -> origine.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), microphone=(), geolocation=()")));
        return http.build();
    }

    /** Où ramener après la connexion : la page demandée, jamais un fragment qu'un script y cherchait. */
    private static HttpSessionRequestCache pagesDemandees() {
        var demandees = new HttpSessionRequestCache();
        demandees.setRequestMatcher(
                requete -> HttpMethod.GET.matches(requete.getMethod()) && !PorteDEntree.parUnScript(requete));
        return demandees;
    }

    @Bean
    SecurityContextRepository contextes() {
        return new HttpSessionSecurityContextRepository();
    }

    /** Aucun compte par défaut : la connexion est celle du paquet connexion. */
    @Bean
    UserDetailsService aucunCompteParDefaut() {
        return nom -> {
            throw new UsernameNotFoundException("La connexion ne passe pas par ici");
        };
    }
}
