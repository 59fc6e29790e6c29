package cn.yiwang.starter.identity;

import cn.yiwang.issuers.TokenDecoder;
import cn.yiwang.starter.problem.ProblemAutoConfiguration;
import cn.yiwang.starter.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Makes a service a resource server: every route needs a token but those declared public. */
@AutoConfiguration(
        after = ProblemAutoConfiguration.class,
        beforeName = {
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(SecurityProperties.class)
@EnableMethodSecurity
public class IdentityAutoConfiguration {

    /** What every service answers to its neighbours without a token; the gateway routes none of it but the documents. */
    private static final String[] ALWAYS_PUBLIC = {
        "/actuator/health",
        "/actuator/health/**",
        "/actuator/info",
        "/actuator/prometheus",
        "/v3/api-docs",
        "/v3/api-docs/**"
    };

    @Bean
    @ConditionalOnMissingBean
    AuthenticationManager tokenVerification(SecurityProperties properties, Clock clock, JsonMapper json) {
        return new TokenVerification(
                new TokenDecoder(properties.trusted(), properties.rules(), clock, json),
                new Subjects(properties.issuers()),
                clock);
    }

    @Bean
    @ConditionalOnMissingBean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            AuthenticationManager tokens,
            ProblemWriter problemWriter,
            ObjectProvider<PublicEndpoint> publicEndpoints) {
        SecurityProblems problems = new SecurityProblems(problemWriter);
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        return http.authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                            .permitAll();
                    requests.requestMatchers(ALWAYS_PUBLIC).permitAll();
                    publicEndpoints.forEach(
                            endpoint -> requests.requestMatchers(paths.matcher(endpoint.method(), endpoint.pattern()))
                                    .permitAll());
                    requests.anyRequest().authenticated();
                })
                .oauth2ResourceServer(server -> server.authenticationManagerResolver(_ -> tokens)
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Nothing that a browser sends by itself is ever taken for a credential, so there is nothing to forge.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    WebMvcConfigurer actorArgument() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ActorArgument());
            }
        };
    }
}
