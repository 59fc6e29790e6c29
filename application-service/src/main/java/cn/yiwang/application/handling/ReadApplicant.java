package cn.yiwang.application.handling;

import cn.yiwang.application.mandate.Principal;
import org.springframework.stereotype.Component;

/** Tells other packages who the applicant of an application is, for readers that were checked. */
@Component
public class ReadApplicant {

    private final Details details;
    private final Applicants applicants;

    ReadApplicant(Details details, Applicants applicants) {
        this.details = details;
        this.applicants = applicants;
    }

    public Principal of(Application application) {
        Applicant applicant = applicants.open(details.sealedApplicant(application.key()));
        return new Principal(applicant.type(), applicant.code(), applicant.name());
    }
}
