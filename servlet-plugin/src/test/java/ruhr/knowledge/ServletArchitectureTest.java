package ruhr.knowledge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the plugin's rooms: each holds here, and each finds what is planted in {@code planted.plugin}. */
class ServletArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(
                    "ruhr.knowledge.widget", "ruhr.knowledge.embed", "ruhr.knowledge.export", "ruhr.knowledge.servlet");

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted.plugin");

    static Stream<ArchRule> rules() {
        return rulesOf("ruhr.knowledge");
    }

    static Stream<ArchRule> plantedRules() {
        return rulesOf("planted.plugin");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleHolds(ArchRule rule) {
        assertDoesNotThrow(() -> rule.check(HOUSE));
    }

    @ParameterizedTest
    @MethodSource("plantedRules")
    void everyRuleFindsWhatIsPlanted(ArchRule rule) {
        assertThrows(AssertionError.class, () -> rule.check(PLANTED), rule.getDescription());
    }

    @Test
    void theHouseIsNotEmpty() {
        assertTrue(HOUSE.size() > 40);
    }

    private static Stream<ArchRule> rulesOf(String root) {
        return Stream.of(
                noClasses()
                        .that()
                        .resideInAPackage(root + ".widget..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(root + ".embed..", root + ".export..", root + ".servlet.."),
                noClasses()
                        .that()
                        .resideInAPackage(root + ".embed..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(root + ".export..", root + ".servlet.."),
                noClasses()
                        .that()
                        .resideInAPackage(root + ".export..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(root + ".servlet.."),
                noClasses()
                        .that()
                        .resideInAnyPackage(root + ".widget..", root + ".embed..", root + ".export..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("jakarta.servlet..", "com.github.benmanes.."),
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.util.logging..", "jakarta.json.bind.."),
                // Nobody makes the plugin ask another server for anything.
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("java.net.http..")
                        .orShould()
                        .dependOnClassesThat()
                        .haveNameMatching("java\\.net\\.(URL|.*URLConnection|.*Socket)"),
                noFields()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage(root + "..")
                        .should()
                        .haveRawType(ThreadLocal.class),
                nobodyCalls(root, Runtime.class, "addShutdownHook"),
                nobodyCalls(root, System.class, "setProperty"),
                nobodyCalls(root, Thread.class, "<init>"),
                nobodyCalls(root, java.util.concurrent.CompletableFuture.class, "orTimeout"),
                nobodyCalls(root, com.github.benmanes.caffeine.cache.Scheduler.class, "systemScheduler"),
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err"),
                classes().that().resideInAPackage(root + "..").should(new ArchCondition<>("be null-marked") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
                            events.add(SimpleConditionEvent.violated(item, item.getName()));
                        }
                    }
                }));
    }

    private static ArchRule nobodyCalls(String root, Class<?> owner, String name) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should(new ArchCondition<>("call " + owner.getSimpleName() + "." + name) {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        item.getAccessesFromSelf().stream()
                                .filter(access -> access.getTargetOwner().isEquivalentTo(owner)
                                        && access.getTarget().getName().equals(name))
                                .forEach(access ->
                                        events.add(SimpleConditionEvent.satisfied(item, access.getDescription())));
                    }
                });
    }
}
