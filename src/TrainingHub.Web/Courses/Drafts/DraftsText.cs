namespace TrainingHub.Courses.Drafts;

/// <summary>Texts of writing courses: DraftsText.zh-Hans.resx and DraftsText.en.resx.</summary>
public sealed class DraftsText;
