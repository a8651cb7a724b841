namespace TrainingHub.Sessions;

/// <summary>The form of a session.</summary>
/// <param name="Session">Null for a new one.</param>
/// <param name="Input">What was typed, or what stands.</param>
/// <param name="Choices">What is offered.</param>
/// <param name="IsBound">Whether somebody has signed in: what decides about credit stays.</param>
public sealed record SessionForm(TrainingSession? Session, SessionInput Input, SessionChoices Choices, bool IsBound)
{
    /// <summary>Rows of half-days: those filled, and some to fill.</summary>
    public IReadOnlyList<HalfDayInput> Rows
    {
        get
        {
            var filled = Input.HalfDays.Where(half => half.Day is not null || half.Begins is not null || half.Ends is not null).ToList();
            return IsBound ? filled : [.. filled, .. Enumerable.Repeat(new HalfDayInput(), Math.Clamp(SessionTerms.MostHalfDays - filled.Count, 0, 3))];
        }
    }
}
