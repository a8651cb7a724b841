namespace TrainingHub.Assessments;

/// <summary>Order of the list of assessments; every order ends in the newest first.</summary>
public enum AssessmentSort
{
    Day,
    Person,
    Unit,
    Title,
}
