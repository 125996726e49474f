package ruhr.knowledge;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.github.benmanes.caffeine.cache.Scheduler;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.BaseStream;
import org.jspecify.annotations.NullMarked;

/**
 * The rules of the house, for whatever package it stands in: the tests apply them to the library, where they hold, and to
 * a planted house, where each of them has to find something.
 */
record Architecture(String root) {

    /** From left to right; each imports only from its left. The root package is the last one. */
    static final List<String> ROOMS = List.of(
            "value",
            "text",
            "filter",
            "query",
            "index",
            "cache",
            "model",
            "wire",
            "source",
            "snapshot",
            "opensearch",
            "");

    /** The first rooms know nothing of the Ruhr. */
    static final int REUSABLE = ROOMS.indexOf("model");

    ArchRule roomsImportOnlyFromTheirLeft() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(new ArchCondition<>("import only rooms to their left in " + ROOMS) {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        int own = ROOMS.indexOf(room(item));
                        if (own < 0) {
                            events.add(SimpleConditionEvent.violated(
                                    item, item.getName() + " lives in an unknown room '" + room(item) + "'"));
                        }
                        for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                            JavaClass target = dependency.getTargetClass();
                            if (isInHouse(target) && ROOMS.indexOf(room(target)) > own) {
                                events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
                            }
                        }
                    }
                });
    }

    ArchRule theFirstSixRoomsNameNothingOfTheOthers() {
        String[] reusable = packages(ROOMS.subList(0, REUSABLE));
        DescribedPredicate<JavaClass> others = resideInAPackage(root + "..")
                .and(not(resideInAnyPackage(reusable)))
                .as("the other rooms");
        return noClasses()
                .that()
                .resideInAnyPackage(reusable)
                .should()
                .dependOnClassesThat(are(others))
                .because("a portal uses them on records of its own");
    }

    ArchRule roomsHaveNoCycles() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    ArchRule everyPackageIsNullMarked() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(new ArchCondition<>("live in a package with @NullMarked") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
                            events.add(SimpleConditionEvent.violated(
                                    item, item.getPackageName() + " has no package-info with @NullMarked"));
                        }
                    }
                });
    }

    ArchRule onlyTheCacheKnowsCaffeine() {
        return onlyIn(List.of("cache"), "com.github.benmanes..");
    }

    ArchRule onlyTextKnowsTheStemmer() {
        return onlyIn(List.of("text"), "opennlp..");
    }

    ArchRule onlyWireAndSourceKnowJson() {
        return onlyIn(List.of("wire", "source"), "jakarta.json..", "org.eclipse.yasson..", "org.eclipse.parsson..");
    }

    ArchRule onlySourceAsksTheNetwork() {
        return onlyIn(List.of("source"), "java.net.http..");
    }

    ArchRule nobodyLogsPastSlf4j() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..");
    }

    ArchRule nobodyHoldsAThreadLocal() {
        return noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "..")
                .should()
                .haveRawType(assignableTo(ThreadLocal.class))
                .because("it would outlive a redeployment in the host's threads")
                .allowEmptyShould(true);
    }

    /** What a guest in somebody else's process does not do. Calls and method references both count. */
    List<ArchRule> forbiddenCalls() {
        return List.of(
                nobodyUses(System.class, "out"),
                nobodyUses(System.class, "err"),
                nobodyUses(System.class, "setProperty"),
                nobodyUses(Runtime.class, "addShutdownHook"),
                nobodyUses(Thread.class, "<init>", "Lifecycle"),
                nobodyUses(Collection.class, "parallelStream"),
                nobodyUses(BaseStream.class, "parallel"),
                nobodyUses(CompletableFuture.class, "orTimeout"),
                nobodyUses(CompletableFuture.class, "completeOnTimeout"),
                nobodyUses(CompletableFuture.class, "delayedExecutor"),
                nobodyUses(Scheduler.class, "systemScheduler"));
    }

    private ArchRule nobodyUses(Class<?> type, String member) {
        return nobodyUses(type, member, "");
    }

    /** Forbids it to all classes but those of one name. */
    private ArchRule nobodyUses(Class<?> type, String member, String exception) {
        DescribedPredicate<AccessTarget> target = name(member)
                .<AccessTarget>forSubtype()
                .and(owner(assignableTo(type)).forSubtype());
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .doNotHaveSimpleName(exception)
                .should()
                .accessTargetWhere(JavaAccess.Predicates.target(target).as(type.getSimpleName() + "." + member));
    }

    private ArchRule onlyIn(List<String> rooms, String... libraries) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(packages(rooms))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }

    private String[] packages(List<String> rooms) {
        return rooms.stream().map(room -> root + "." + room + "..").toArray(String[]::new);
    }

    private boolean isInHouse(JavaClass item) {
        return item.getPackageName().equals(root) || item.getPackageName().startsWith(root + ".");
    }

    private String room(JavaClass item) {
        String path = item.getPackageName().substring(root.length());
        return path.isEmpty() ? "" : path.split("\\.")[1];
    }
}
