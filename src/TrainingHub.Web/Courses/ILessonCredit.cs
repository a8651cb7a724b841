namespace TrainingHub.Courses;

/// <summary>Hears that a lesson was finished, whose minutes may be the last that a programme asks for. A seam: completions stand to the right of courses.</summary>
public interface ILessonCredit
{
    /// <summary>Joins the running transaction; the lesson is saved.</summary>
    Task CreditAsync(Guid personId, CancellationToken cancel);
}
