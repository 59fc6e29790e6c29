package cn.yiwang.catalog;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What the shapes of requests and answers are called in the API document. Two shapes of one name become one there, and nobody is told:
 * the document then promises the wrong members.
 */
final class SchemaNames {

    private final Map<String, Set<String>> shapes = new TreeMap<>();

    private SchemaNames() {}

    /** The shapes of all routes of a service by their names. */
    static Map<String, Set<String>> of(ApplicationContext context) {
        var names = new SchemaNames();
        context.getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping ->
                        mapping.getHandlerMethods().values().forEach(handler -> names.visit(handler.getMethod())));
        return names.shapes;
    }

    private void visit(Method route) {
        visit(route.getGenericReturnType());
        Arrays.stream(route.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                .forEach(parameter -> visit(parameter.getParameterizedType()));
        for (var response : route.getAnnotationsByType(ApiResponse.class)) {
            for (var content : response.content()) {
                visit(content.schema().implementation());
            }
        }
    }

    private void visit(Type type) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(this::visit);
        } else if (type instanceof Class<?> shape && shape.isRecord() && shape.getTypeParameters().length == 0) {
            if (shapes.computeIfAbsent(nameOf(shape), name -> new TreeSet<>()).add(shape.getName())) {
                Arrays.stream(shape.getRecordComponents())
                        .map(RecordComponent::getGenericType)
                        .forEach(this::visit);
            }
        }
    }

    private static String nameOf(Class<?> shape) {
        var schema = shape.getAnnotation(Schema.class);
        return schema == null || schema.name().isEmpty() ? shape.getSimpleName() : schema.name();
    }
}
