using TrainingHub.Courseware.Exchange;

namespace TrainingHub.Questions.Exports;

/// <summary>A question that a format cannot carry.</summary>
/// <param name="QuestionId">Under which the bank knows it.</param>
/// <param name="Title">Beginning of its stem.</param>
/// <param name="Kind">题型.</param>
/// <param name="Why">Why not.</param>
public sealed record LeftOut(string QuestionId, string Title, QuestionKind Kind, CarryFault Why);
