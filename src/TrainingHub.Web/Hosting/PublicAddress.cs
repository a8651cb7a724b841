namespace TrainingHub.Hosting;

/// <summary>
/// The address under which strangers reach the application, for what leaves it on paper: QR codes, certificates. The setting
/// <c>PublicAddress</c> (https://…); without it, what the present request was sent to.
/// </summary>
public sealed class PublicAddress
{
    private readonly IHttpContextAccessor _accessor;
    private readonly Uri? _configured;

    /// <exception cref="InvalidOperationException">The setting is no web address.</exception>
    public PublicAddress(IConfiguration configuration, IHttpContextAccessor accessor)
    {
        _accessor = accessor;
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

    private Uri Requested()
    {
        var request = _accessor.HttpContext?.Request ?? throw new InvalidOperationException("Outside a request only the setting PublicAddress tells the address.");
        return new Uri($"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}/");
    }
}
