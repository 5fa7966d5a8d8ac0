package fr.convergence.socle.authentification;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * Range les attributs d'une session à la suite quand on lit toutes celles d'une personne.
 *
 * <p>Spring Session lit une ligne par attribut et compte que celles d'une session se suivent ; son ordre SQL ne le demande
 * pas, et PostgreSQL les mêle dès que son plan commence par les attributs : la session perdait alors son appareil.
 */
@Configuration(proxyBeanMethods = false)
class SessionsDUnTenant {

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> attributsALaSuite() {
        return depot -> depot.setListSessionsByPrincipalNameQuery("""
                select s.primary_id, s.session_id, s.creation_time, s.last_access_time, s.max_inactive_interval,
                       sa.attribute_name, sa.attribute_bytes
                from %TABLE_NAME% s left join %TABLE_NAME%_attributes sa on s.primary_id = sa.session_primary_id
                where s.principal_name = ? order by s.primary_id
                """);
    }
}
