namespace TrainingHub.Courseware.Exchange;

/// <summary>A picture that a text shows.</summary>
/// <param name="Address">As the text has it.</param>
/// <param name="Alt">What it shows, for who does not see it; empty: not said.</param>
internal sealed record FoundPicture(string Address, string Alt)
{
    private const int Longest = 60;

    /// <summary>The address as it is quoted to a person: without what stands for its folder, not too long.</summary>
    public string Name
    {
        get
        {
            var name = Uri.UnescapeDataString(Address.Replace("@@PLUGINFILE@@/", "", StringComparison.Ordinal));
            return name.Length <= Longest ? name : name[..Longest] + "…";
        }
    }
}
