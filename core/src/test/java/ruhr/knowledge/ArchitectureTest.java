package ruhr.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the house hold, and each of them sees what was planted against it. */
class ArchitectureTest {

    private static final Architecture RULES = new Architecture("ruhr.knowledge");
    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(RULES.root());

    private static final Architecture PLANTED_RULES = new Architecture("planted.ruhr");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(PLANTED_RULES.root());

    @Test
    void theLibraryWasLookedAt() {
        assertTrue(LIBRARY.contain("ruhr.knowledge.index.FilterIndex"));
        assertTrue(LIBRARY.contain("ruhr.knowledge.cache.CachedSearcher"));
    }

    @Test
    void roomsImportOnlyFromTheirLeft() {
        RULES.roomsImportOnlyFromTheirLeft().check(LIBRARY);
    }

    @Test
    void anImportFromTheRightIsSeen() {
        assertSeen(PLANTED_RULES.roomsImportOnlyFromTheirLeft(), "value.LooksRight", "model.Thing");
    }

    @Test
    void aRoomThatIsNotInThePlanIsSeen() {
        assertSeen(PLANTED_RULES.roomsImportOnlyFromTheirLeft(), "attic.Trunk", "unknown room 'attic'");
    }

    @Test
    void theFirstSixRoomsNameNothingOfTheOthers() {
        assertEquals(6, Architecture.REUSABLE);
        RULES.theFirstSixRoomsNameNothingOfTheOthers().check(LIBRARY);
    }

    @Test
    void aReusableRoomThatKnowsTheRuhrIsSeen() {
        assertSeen(PLANTED_RULES.theFirstSixRoomsNameNothingOfTheOthers(), "value.LooksRight", "model.Thing");
    }

    @Test
    void roomsHaveNoCycles() {
        RULES.roomsHaveNoCycles().check(LIBRARY);
    }

    @Test
    void aCycleIsSeen() {
        assertSeen(PLANTED_RULES.roomsHaveNoCycles(), "Slice model", "Slice value");
    }

    @Test
    void everyPackageIsNullMarked() {
        RULES.everyPackageIsNullMarked().check(LIBRARY);
    }

    @Test
    void aPackageWithoutASignAtTheDoorIsSeenAndOneWithItIsNot() {
        assertSeen(PLANTED_RULES.everyPackageIsNullMarked(), "planted.ruhr.attic has no package-info");
        assertEquals(
                List.of(),
                violations(PLANTED_RULES.everyPackageIsNullMarked()).stream()
                        .filter(violation -> violation.contains("planted.ruhr.index"))
                        .toList());
    }

    @Test
    void onlyTheCacheKnowsCaffeine() {
        RULES.onlyTheCacheKnowsCaffeine().check(LIBRARY);
    }

    @Test
    void caffeineElsewhereIsSeen() {
        assertSeen(PLANTED_RULES.onlyTheCacheKnowsCaffeine(), "index.BadGuest", "caffeine.cache.Caffeine");
    }

    @Test
    void onlyTextKnowsTheStemmer() {
        RULES.onlyTextKnowsTheStemmer().check(LIBRARY);
    }

    @Test
    void aStemmerElsewhereIsSeen() {
        assertSeen(PLANTED_RULES.onlyTextKnowsTheStemmer(), "index.BadGuest", "snowball.SnowballStemmer");
    }

    @Test
    void onlyWireAndSourceKnowJson() {
        RULES.onlyWireAndSourceKnowJson().check(LIBRARY);
    }

    @Test
    void jsonElsewhereIsSeen() {
        assertSeen(PLANTED_RULES.onlyWireAndSourceKnowJson(), "index.BadGuest", "jakarta.json.Json");
        assertSeen(PLANTED_RULES.onlyWireAndSourceKnowJson(), "index.BadGuest", "jakarta.json.bind.Jsonb");
    }

    @Test
    void nobodyLogsPastSlf4j() {
        RULES.nobodyLogsPastSlf4j().check(LIBRARY);
    }

    /** The module does not even see java.util.logging, so what is seen here is somebody else's use of it. */
    @Test
    void loggingPastSlf4jIsSeen() {
        String other = "org.junit.platform.commons.logging";
        JavaClasses classes = new ClassFileImporter().importPackages(other);

        EvaluationResult result = new Architecture(other).nobodyLogsPastSlf4j().evaluate(classes);

        assertTrue(result.hasViolation());
    }

    @Test
    void onlySourceAsksTheNetwork() {
        RULES.onlySourceAsksTheNetwork().check(LIBRARY);
    }

    @Test
    void aRequestFromElsewhereIsSeen() {
        assertSeen(PLANTED_RULES.onlySourceAsksTheNetwork(), "BadGuest.request");
    }

    @Test
    void nobodyHoldsAThreadLocal() {
        RULES.nobodyHoldsAThreadLocal().check(LIBRARY);
    }

    @Test
    void aThreadLocalIsSeen() {
        assertSeen(PLANTED_RULES.nobodyHoldsAThreadLocal(), "BadGuest.SCRATCH");
        assertSeen(PLANTED_RULES.nobodyHoldsAThreadLocal(), "BadGuest.INHERITED");
    }

    @Test
    void nobodyDoesWhatAGuestDoesNot() {
        RULES.forbiddenCalls().forEach(rule -> rule.check(LIBRARY));
    }

    @Test
    void whatAGuestDoesNotDoIsSeenWhetherCalledOrReferredTo() {
        List<String> unseen = new ArrayList<>();
        for (ArchRule rule : PLANTED_RULES.forbiddenCalls()) {
            if (violations(rule).isEmpty()) {
                unseen.add(rule.getDescription());
            }
        }

        assertEquals(List.of(), unseen);
        assertSeenByAny("BadGuest.subclassOfThread");
        assertSeenByAny("BadGuest.referenceToAShutdownHook");
        assertSeenByAny("BadGuest.parallelStreamOfAList");
    }

    private static void assertSeenByAny(String method) {
        assertTrue(
                PLANTED_RULES.forbiddenCalls().stream()
                        .flatMap(rule -> violations(rule).stream())
                        .anyMatch(violation -> violation.contains(method)),
                method + " was not seen");
    }

    private static void assertSeen(ArchRule rule, String... parts) {
        AssertionError seen = assertThrows(AssertionError.class, () -> rule.check(PLANTED));
        for (String part : parts) {
            assertTrue(seen.getMessage().contains(part), seen.getMessage());
        }
    }

    private static List<String> violations(ArchRule rule) {
        return rule.evaluate(PLANTED).getFailureReport().getDetails();
    }
}
