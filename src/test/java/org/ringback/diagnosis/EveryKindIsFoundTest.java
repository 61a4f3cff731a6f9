package org.ringback.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.ringback.diagnosis.finding.Kind;

/**
 * Nothing that can be found is without a trace in which it is found. No list is kept for it: the tests of the rules are
 * looked at while they run, and where they have not all run yet, they are run from here.
 */
@Order(Integer.MAX_VALUE)
@Isolated
class EveryKindIsFoundTest {

    private static final String CLASS_FILE = ".class";

    @Test
    void byTheTestOfItsRule() throws Exception {
        if (!missing().isEmpty()) {
            runTestsOfRules();
        }

        assertThat(missing())
                .as("kinds that no test finds: write a trace for each into the test of its rule")
                .isEmpty();
    }

    private static Set<String> missing() {
        Set<Kind> found = Trace.everFound();
        return Diagnosis.kinds().stream()
                .filter(kind -> !found.contains(kind))
                .map(Kind::id)
                .collect(Collectors.toSet());
    }

    /** What fails there is told there. */
    private static void runTestsOfRules() throws Exception {
        // From within a thread that runs tests, others would never begin.
        var request = LauncherDiscoveryRequestBuilder.request()
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false");
        for (String name : testsOfRules()) {
            request.selectors(selectClass(Class.forName(name)));
        }
        LauncherFactory.create().execute(request.build());
    }

    /** Those in this folder and below it, but for the one that reads whole captures. */
    private static List<String> testsOfRules() throws IOException {
        String own = EveryKindIsFoundTest.class.getSimpleName();
        Path folder = Path.of(URI.create(
                        EveryKindIsFoundTest.class.getResource(own + CLASS_FILE).toString()))
                .getParent();
        Path root = folder.resolve("../../..").normalize();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> root.relativize(file)
                            .toString()
                            .replace(file.getFileSystem().getSeparator(), "."))
                    .filter(name -> name.endsWith("Test" + CLASS_FILE))
                    .map(name -> name.substring(0, name.length() - CLASS_FILE.length()))
                    .filter(name -> !name.endsWith("." + own) && !name.endsWith(".EveryRuleTest"))
                    .toList();
        }
    }
}
