package cn.yiwang.standards;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "cn.yiwang.standards", importOptions = DoNotIncludeTests.class)
class StandardsArchitectureTest {

    @ArchTest
    static final ArchRule nothing_but_the_jdk_is_needed = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "cn.yiwang.standards..", "org.jspecify.annotations");

    @ArchTest
    static final ArchRule packages_know_each_other_one_way =
            slices().matching("cn.yiwang.(**)").should().beFreeOfCycles();
}
