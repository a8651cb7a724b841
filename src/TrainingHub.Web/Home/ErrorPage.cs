namespace TrainingHub.Home;

/// <param name="Status">HTTP status.</param>
/// <param name="Number">To quote when asking for help.</param>
public sealed record ErrorPage(int Status, string Number)
{
    /// <summary>The permission that is missing, in words; null when unknown.</summary>
    public string? Missing { get; init; }

    /// <summary>Whom to ask for it.</summary>
    public IReadOnlyList<UnitAdministrators> Administrators { get; init; } = [];

    /// <summary>The suffix of the text keys: the statuses that have words of their own.</summary>
    public string Words => Status switch
    {
        400 => "400",
        403 => "403",
        404 or 405 => "404",
        409 => "409",
        413 => "413",
        429 => "429",
        _ when Status < 500 => "400",
        _ => "500",
    };
}
