namespace TrainingHub.Documents;

/// <summary>What became of the wish to print a certificate.</summary>
public abstract record CertificateOutcome
{
    private CertificateOutcome()
    {
    }

    public sealed record Printed(byte[] Bytes) : CertificateOutcome;

    /// <summary>The fonts lack characters of one field. Nothing was printed.</summary>
    /// <param name="Field">The name of the property of <see cref="CertificateSheet"/>.</param>
    public sealed record UnsupportedCharacters(string Field, IReadOnlyList<string> Characters) : CertificateOutcome;
}
