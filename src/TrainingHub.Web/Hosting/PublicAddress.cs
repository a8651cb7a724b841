namespace TrainingHub.Hosting;

/// <summary>
/// The address under which strangers reach the application, for what leaves it on paper: QR codes, certificates. The setting
/// <c>PublicAddress</c> (https://…); without it, what the present request was sent to.
/// </summary>
public sealed class PublicAddress
{
    private readonly IHttpContextAccessor _accessor;
    private readonly Uri? _configured;
    private readonly string? _urls;

    /// <exception cref="InvalidOperationException">The setting is no web address.</exception>
    public PublicAddress(IConfiguration configuration, IHttpContextAccessor accessor)
    {
        _accessor = accessor;
        _urls = configuration["urls"];
        var setting = configuration["PublicAddress"];
        if (string.IsNullOrWhiteSpace(setting))
        {
            return;
        }

        _configured = Uri.TryCreate(setting.Trim().TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? address
            : throw new InvalidOperationException($"PublicAddress is \"{setting}\", which is no web address: set it to https:// and the name under which people reach this application, or leave it out.");
    }

    /// <summary>The whole address of a path such as <c>verify/7Q4M</c>.</summary>
    public Uri Of(string path) => new(_configured ?? Requested(), path);

    /// <summary>The same for an operator's command, where nothing was requested: without the setting, where the application listens on this machine.</summary>
    public Uri OutsideRequests(string path)
    {
        // What listens on every address of the machine is reached at home; without Urls it listens where Kestrel does by default.
        var listens = (_urls ?? "http://localhost:5000").Split(';')[0].Replace("//*", "//localhost", StringComparison.Ordinal)
            .Replace("//+", "//localhost", StringComparison.Ordinal).Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal).Replace("//[::]", "//localhost", StringComparison.Ordinal);
        return new Uri(_configured ?? new Uri(listens.TrimEnd('/') + "/"), path);
    }

    private Uri Requested()
    {
        var request = _accessor.HttpContext?.Request ?? throw new InvalidOperationException("Outside a request only the setting PublicAddress tells the address.");
        return new Uri($"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}/");
    }
}
