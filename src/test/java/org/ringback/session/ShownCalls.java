package org.ringback.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.settings.Settings;

/** The calls of what was opened, without threads, and the list as it is shown. */
final class ShownCalls {

    private static final Path CAPTURES = Path.of("src/test/resources/captures");

    final CallsModel model = new CallsModel(
            Runnable::run, Runnable::run, new Diagnosis(), Kept.of(Settings.Calls.NONE), Optional::empty);

    /** One of the captures of the tests. */
    static Path capture(String name) {
        return CAPTURES.resolve(name);
    }

    List<CallRow> rows() {
        return model.listProperty().get().rows();
    }

    /** Their Call-IDs, without what stands behind an {@code @}. */
    List<String> ids() {
        return rows().stream()
                .map(row -> row.call().callId().replaceAll("@.*", ""))
                .toList();
    }

    /** The one whose Call-ID begins so. */
    CallRow row(String id) {
        return rows().stream()
                .filter(row -> row.call().callId().startsWith(id))
                .findFirst()
                .orElseThrow();
    }

    void narrow(CallFilter filter) {
        model.filterProperty().set(filter);
    }
}
