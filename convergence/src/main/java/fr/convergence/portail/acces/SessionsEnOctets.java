package fr.convergence.portail.acces;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;

/** Donne à Spring Session la forme de nos attributs ({@link AttributEnOctets}) ; le nom du bean est celui qu'il cherche. */
@Configuration(proxyBeanMethods = false)
class SessionsEnOctets {

    @Bean
    ConversionService springSessionConversionService() {
        var attributs = new AttributEnOctets();
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, attributs::ecrire);
        conversion.addConverter(byte[].class, Object.class, attributs::lire);
        return conversion;
    }
}
