package cn.yiwang.application.handling;

import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.material.Material;
import cn.yiwang.application.review.ReviewTask;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One application as its documents tell of it: everything, whoever asks; what of it a reader may see is the caller's affair. */
public record CaseFile(
        Application application,
        Guide guide,
        Applicant applicant,
        @Nullable String summary,
        ApplicationDetails.Decision decision,
        ApplicationDetails.Certificate certificate,
        ApplicationDetails.Moments moments,
        List<HistoryEntry> history,
        List<ReviewTask> reviews,
        List<Material> materials) {

    public CaseFile {
        history = List.copyOf(history);
        reviews = List.copyOf(reviews);
        materials = List.copyOf(materials);
    }

    /** The number, which every application has from its submission on. */
    public String number() {
        return application.givenNumber();
    }
}
