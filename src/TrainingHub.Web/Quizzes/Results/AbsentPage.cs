using TrainingHub.Hosting;

namespace TrainingHub.Quizzes.Results;

/// <summary>Who has not begun; for whoever runs the quiz, never published.</summary>
/// <param name="Slug">Of the quiz.</param>
/// <param name="Title">Of the quiz.</param>
/// <param name="Unit">Code and name of the unit looked at; null for everybody in reach.</param>
/// <param name="Filter">As it was asked for.</param>
/// <param name="Rows">One page; null when nobody was named to take part.</param>
/// <param name="Pages">Of the list.</param>
/// <param name="Order">Of the list.</param>
public sealed record AbsentPage(
    string Slug, string Title, (string Code, string Name)? Unit, AbsentFilter Filter, IReadOnlyList<PeopleRow>? Rows, Pages Pages, (AbsentSort Column, bool IsDown) Order);
