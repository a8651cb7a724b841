namespace TrainingHub.Account;

/// <summary>What became of a code.</summary>
public abstract record ActivationOutcome
{
    private ActivationOutcome() { }

    /// <summary>The password is set; the account can be signed in.</summary>
    public sealed record Done(UserAccount Account) : ActivationOutcome;

    /// <summary>Unknown, expired, used or ended: which one is nobody's business.</summary>
    public sealed record NoSlip : ActivationOutcome;

    /// <summary>The roster has no phone whose digits could be compared.</summary>
    public sealed record NoPhone : ActivationOutcome;

    /// <param name="Left">Tries left before the slip ends.</param>
    public sealed record WrongDigits(int Left) : ActivationOutcome;

    public sealed record WeakPassword : ActivationOutcome;
}
