using TrainingHub.Questions;

namespace TrainingHub.Quizzes.Regrades;

/// <summary>The form in which a key is corrected.</summary>
/// <param name="Slug">Of the quiz.</param>
/// <param name="Title">Of the quiz.</param>
/// <param name="Question">As it is graded now.</param>
/// <param name="Former">As it would be graded once the correction is undone; null when one is made.</param>
/// <param name="Input">As typed.</param>
public sealed record RegradeForm(string Slug, string Title, QuestionVersion Question, QuestionVersion? Former, RegradeInput Input);
