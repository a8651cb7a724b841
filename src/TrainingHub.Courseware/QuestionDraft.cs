using TrainingHub.Questions;

namespace TrainingHub.Courseware;

/// <summary>A question as read, with the places that later rules point to.</summary>
/// <param name="Id">Empty when missing.</param>
/// <param name="IdPlace">Where a repeated id is pointed out.</param>
/// <param name="Version">Null when something of it is missing or wrong.</param>
internal sealed record QuestionDraft(string Id, Place IdPlace, QuestionVersion? Version)
{
    public required Place StemPlace { get; init; }

    /// <summary>Null when missing or wrong.</summary>
    public required QuestionUse? Use { get; init; }

    /// <summary>Null when missing or wrong.</summary>
    public required Basis? Basis { get; init; }
}
