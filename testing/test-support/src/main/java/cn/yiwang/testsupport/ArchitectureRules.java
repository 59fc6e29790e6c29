package cn.yiwang.testsupport;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.starter.messaging.EventConsumer;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** How every service is built inside; see CONTRIBUTING.md. */
public final class ArchitectureRules {

    private static final Set<String> TIME_TYPES = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    private ArchitectureRules() {}

    /**
     * Checks all production classes below a package.
     *
     * @param ruleClasses classes that hold the rules of the domain: they know neither Spring nor JDBC
     */
    public static void check(String rootPackage, Class<?>... ruleClasses) {
        var imported = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(rootPackage);
        assertThat(imported).as("classes below %s", rootPackage).isNotEmpty();
        entryPointsAreHidden().check(imported);
        nobodyReadsTheClockOfTheMachine().check(imported);
        nothingOfJackson2().check(imported);
        noOtherService(rootPackage).check(imported);
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .because("a constructor shows what a class needs")
                .check(imported);
        slices().matching(rootPackage + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(imported);
        rulesKnowNoTechnology(ruleClasses).check(imported);
        everyPackageIntroducesItself(imported);
    }

    private static ArchRule entryPointsAreHidden() {
        return classes()
                .that(describe(
                        "are controllers, repositories, advices or event consumers",
                        type -> type.isMetaAnnotatedWith(Controller.class)
                                || type.isMetaAnnotatedWith(Repository.class)
                                || type.isMetaAnnotatedWith(ControllerAdvice.class)
                                || type.getSimpleName().endsWith("Repository")
                                || (type.isAssignableTo(EventConsumer.class) && !type.isInterface())))
                .should()
                .notBePublic()
                .because("public means that another package needs it")
                .allowEmptyShould(true);
    }

    private static ArchRule nobodyReadsTheClockOfTheMachine() {
        return noClasses()
                .should()
                .callMethodWhere(describe("it reads the machine's clock", ArchitectureRules::readsTheClock))
                .because("time comes from the injected java.time.Clock, which tests can move");
    }

    private static boolean readsTheClock(JavaMethodCall call) {
        var owner = call.getTargetOwner().getName();
        var method = call.getTarget().getName();
        var withoutClock = call.getTarget().getRawParameterTypes().stream()
                .noneMatch(parameter -> parameter.isEquivalentTo(Clock.class));
        return (TIME_TYPES.contains(owner) && method.equals("now") && withoutClock)
                || (owner.equals("java.lang.System") && method.equals("currentTimeMillis"))
                || (owner.equals("java.time.Clock") && method.startsWith("system"));
    }

    private static ArchRule nothingOfJackson2() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..")
                .because("our JSON is Jackson 3; version 2 is there only for a library");
    }

    private static ArchRule noOtherService(String rootPackage) {
        var allowed = List.of("cn.yiwang.starter", "cn.yiwang.standards", "cn.yiwang.pdf", rootPackage);
        return noClasses()
                .should()
                .dependOnClassesThat(describe(
                        "belong to another service",
                        type -> type.getPackageName().startsWith("cn.yiwang.")
                                && allowed.stream().noneMatch(home -> isWithin(type, home))))
                .because("services know each other's published language, never each other's classes");
    }

    private static boolean isWithin(JavaClass type, String home) {
        return type.getPackageName().equals(home) || type.getPackageName().startsWith(home + ".");
    }

    private static ArchRule rulesKnowNoTechnology(Class<?>... ruleClasses) {
        var names = Arrays.stream(ruleClasses).map(Class::getName).collect(Collectors.toSet());
        DescribedPredicate<JavaClass> rules = describe(
                "hold rules of the domain",
                type -> names.contains(type.getName())
                        || type.getEnclosingClass()
                                .map(outer -> names.contains(outer.getName()))
                                .orElse(false));
        return noClasses()
                .that(rules)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "jakarta.servlet..")
                .because("a rule is read and tested without any technology")
                .allowEmptyShould(ruleClasses.length == 0);
    }

    private static void everyPackageIntroducesItself(JavaClasses imported) {
        var silent = new TreeSet<String>();
        imported.stream().map(JavaClass::getPackage).distinct().forEach(pack -> {
            if (!pack.getClasses().isEmpty()
                    && pack.tryGetPackageInfo()
                            .map(info -> !info.isAnnotatedWith(NullMarked.class))
                            .orElse(true)) {
                silent.add(pack.getName());
            }
        });
        assertThat(silent)
                .as("packages without a @NullMarked package-info.java")
                .isEmpty();
    }
}
