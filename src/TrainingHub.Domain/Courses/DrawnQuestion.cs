using TrainingHub.Questions;

namespace TrainingHub.Courses;

/// <param name="Question">The version to ask.</param>
/// <param name="OptionOrder">Original option indices from 0 in the order shown.</param>
public sealed record DrawnQuestion(QuestionVersion Question, IReadOnlyList<int> OptionOrder);
