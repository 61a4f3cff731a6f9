package org.ringback.window.share;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.print.PageLayout;
import javafx.print.PrinterJob;
import javafx.scene.Node;
import javafx.stage.Window;

/** Prints a page as text and lines, as wide as the paper, on as many sheets as it takes. */
final class Printing {

    /** Through this Java hands over what is printed, wherever it is not Windows; without it the job is lost unsaid. */
    private static final Path SPOOLER = Path.of("/usr/bin/lpr");

    private final PrinterJob job;

    private Printing(PrinterJob job) {
        this.job = job;
    }

    /** Whether what is printed can get to any printer. */
    static boolean possible() {
        return possible(System.getProperty("os.name"), SPOOLER);
    }

    static boolean possible(String system, Path spooler) {
        return system.startsWith("Windows") || Files.isExecutable(spooler);
    }

    /**
     * A printer to talk to; empty if the system has none. Nothing has to be prepared for this.
     *
     * @param name by which the job is known in the queue
     */
    static Optional<Printing> begin(Supplier<String> name) {
        Optional<PrinterJob> job = Optional.ofNullable(PrinterJob.createPrinterJob());
        job.ifPresent(made -> made.getJobSettings().setJobName(name.get()));
        return job.map(Printing::new);
    }

    /** Asks the user for printer and paper; whether she wants to go on. */
    boolean ask(Window owner) {
        boolean wanted = job.showPrintDialog(owner);
        if (!wanted) {
            job.cancelJob();
        }
        return wanted;
    }

    /** What the user calls it. */
    String printer() {
        return job.getPrinter().getName();
    }

    /** Prints sheet by sheet, beside the screen; false if the printer did not take it. */
    boolean print(Paper paper, Steps steps) {
        PageLayout layout = job.getJobSettings().getPageLayout();
        List<Double> ends = steps.onToolkit(() -> sheets(paper, layout));
        boolean taken = true;
        for (int sheet = 0; taken && sheet < ends.size(); sheet++) {
            double top = sheet == 0 ? 0 : ends.get(sheet - 1);
            double bottom = ends.get(sheet);
            Node printed = steps.onToolkit(() -> paper.between(top, bottom, layout.getPrintableWidth() / Paper.WIDTH));
            taken = job.printPage(layout, printed);
            steps.done(sheet + 1, ends.size());
            if (steps.unwanted()) {
                job.cancelJob();
                return true;
            }
        }
        return taken && job.endJob();
    }

    private static List<Double> sheets(Paper paper, PageLayout layout) {
        return PageBreaks.of(paper.sheet(), layout.getPrintableHeight() * Paper.WIDTH / layout.getPrintableWidth());
    }
}
