package cn.yiwang.starter.web;

import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.http.IfMatch;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.paging.PageRequest;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/** Describes what the starter adds to every operation: headers, paging, tokens and problems. */
final class OpenDocuments implements OperationCustomizer, OpenApiCustomizer {

    private static final String TOKEN = "accessToken";
    private static final String PROBLEM = "Problem";

    private final String service;

    OpenDocuments(String service) {
        this.service = service;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        boolean actorNeeded = false;
        for (MethodParameter parameter : handler.getMethodParameters()) {
            Class<?> type = parameter.getParameterType();
            if (type == IfMatch.class) {
                operation.addParametersItem(header("If-Match", "The ETag that was read last.", "\"7\""));
            } else if (type == IdempotentCall.class) {
                operation.addParametersItem(
                        header("Idempotency-Key", "Chosen by the caller; a repetition with it is safe.", null));
            } else if (type == PageRequest.class) {
                operation.addParametersItem(query("limit", limitSchema()));
                operation.addParametersItem(query("after", new StringSchema().maxLength(512)));
            } else if (type == Actor.class && !parameter.isOptional()) {
                actorNeeded = true;
            }
        }
        if (actorNeeded) {
            operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
        }
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("A problem (RFC 9457)")
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new Schema<>()
                                                                .$ref("#/components/schemas/" + PROBLEM)))));
        return operation;
    }

    @Override
    public void customise(OpenAPI document) {
        document.setServers(List.of());
        document.setInfo(new Info().title(service).version("v1"));
        if (document.getComponents() == null) {
            document.setComponents(new Components());
        }
        document.getComponents()
                .addSecuritySchemes(
                        TOKEN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"))
                .addSchemas(PROBLEM, problem());
    }

    private static Schema<?> limitSchema() {
        Schema<?> schema = new IntegerSchema();
        schema.setMinimum(BigDecimal.ONE);
        schema.setMaximum(BigDecimal.valueOf(PageRequest.MAXIMUM_LIMIT));
        schema.setDefault(PageRequest.DEFAULT_LIMIT);
        return schema;
    }

    private static Parameter header(String name, String description, @Nullable String example) {
        Parameter parameter = new Parameter()
                .in("header")
                .name(name)
                .required(true)
                .description(description)
                .schema(new StringSchema().maxLength(200));
        return example == null ? parameter : parameter.example(example);
    }

    private static Parameter query(String name, Schema<?> schema) {
        return new Parameter().in("query").name(name).required(false).schema(schema);
    }

    private static Schema<?> problem() {
        Schema<?> error = object("pointer", "code", "detail");
        error.setRequired(List.of("pointer", "code", "detail"));
        Schema<?> problem = object("type", "title", "detail", "instance", "traceId");
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("errors", new ArraySchema().items(error));
        problem.setRequired(List.of("type", "title", "status", "detail", "instance"));
        return problem;
    }

    private static Schema<?> object(String... texts) {
        Schema<?> schema = new ObjectSchema();
        for (String text : texts) {
            schema.addProperty(text, new StringSchema());
        }
        return schema;
    }
}
