package cn.yiwang.catalog.transfer.content;

import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.transfer.content.Column.Kind;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a guide, read off the record itself: an element that the guide gains has its column or table at once. A list of records is
 * a table of its own, a record within becomes columns with dots, what is deeper is a JSON column.
 */
final class GuideShape {

    private static final int DEEPEST = 4;

    static final List<Element> ELEMENTS = Arrays.stream(Guide.class.getRecordComponents())
            .map(GuideShape::element)
            .toList();

    private GuideShape() {}

    /**
     * An element of the guide.
     *
     * @param columns its columns in the table of items
     * @param rows the columns of its own table; null unless it is a list of records
     */
    record Element(
            String name,
            boolean required,
            List<Column> columns,
            @Nullable List<Column> rows) {}

    private static Element element(RecordComponent component) {
        var name = component.getName();
        var rowType = recordListedBy(component.getGenericType());
        return rowType == null
                ? new Element(name, isRequired(component), columns(component, List.of(), 1), null)
                : new Element(
                        name,
                        isRequired(component),
                        List.of(new Column(List.of(name), Kind.JSON, false, List.of())),
                        columnsOf(rowType, List.of(), 1));
    }

    private static List<Column> columnsOf(Class<?> type, List<String> prefix, int depth) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> columns(component, prefix, depth).stream())
                .toList();
    }

    private static List<Column> columns(RecordComponent component, List<String> prefix, int depth) {
        var path = new ArrayList<>(prefix);
        path.add(component.getName());
        var type = component.getType();
        if (type.isRecord() && depth < DEEPEST) {
            return columnsOf(type, path, depth + 1);
        }
        boolean required = type.isPrimitive();
        return List.of(new Column(
                List.copyOf(path), kind(component.getGenericType()), required, choices(component.getGenericType())));
    }

    private static Kind kind(Type type) {
        if (type == String.class) {
            return Kind.TEXT;
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return Kind.INTEGER;
        }
        if (type == boolean.class || type == Boolean.class) {
            return Kind.BOOLEAN;
        }
        if (type == LocalDate.class) {
            return Kind.DATE;
        }
        if (isEnum(type)) {
            return Kind.CHOICE;
        }
        var listed = listedBy(type);
        return listed == String.class ? Kind.TEXTS : listed != null && isEnum(listed) ? Kind.CHOICES : Kind.JSON;
    }

    private static List<String> choices(Type type) {
        var listed = listedBy(type);
        var choice = listed == null ? type : listed;
        return choice instanceof Class<?> chosen && chosen.isEnum()
                ? Arrays.stream(chosen.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .toList()
                : List.of();
    }

    private static boolean isEnum(Type type) {
        return type instanceof Class<?> known && known.isEnum();
    }

    private static @Nullable Class<?> recordListedBy(Type type) {
        return listedBy(type) instanceof Class<?> listed && listed.isRecord() ? listed : null;
    }

    private static @Nullable Type listedBy(Type type) {
        return type instanceof ParameterizedType list && list.getRawType() == List.class
                ? list.getActualTypeArguments()[0]
                : null;
    }

    private static boolean isRequired(RecordComponent component) {
        var accessor = component.getAccessor();
        return component.getType().isPrimitive()
                || accessor.isAnnotationPresent(NotNull.class)
                || accessor.isAnnotationPresent(NotEmpty.class);
    }
}
