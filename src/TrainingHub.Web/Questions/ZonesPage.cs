using TrainingHub.Courseware;

namespace TrainingHub.Questions;

/// <summary>The places of a question's picture.</summary>
/// <param name="Question">With a picture.</param>
/// <param name="Prompt">Its newest version.</param>
/// <param name="Picture">Beside its stem.</param>
/// <param name="Input">The form.</param>
/// <param name="Problems">Why it cannot be kept.</param>
public sealed record ZonesPage(BankQuestion Question, QuestionPrompt Prompt, QuestionPicture Picture, ZonesInput Input, IReadOnlyList<Problem> Problems)
{
    /// <summary>Those that can be drawn, with their number from 1.</summary>
    public IReadOnlyList<(int Number, Zone Zone)> Drawn =>
        [.. (Input.Corners ?? []).Select((typed, at) => (Number: at + 1, Zone: ZoneText.Read(typed))).Where(place => place.Zone is not null).Select(place => (place.Number, place.Zone ?? new Zone([])))];
}
