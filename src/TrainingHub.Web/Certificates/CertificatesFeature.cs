using TrainingHub.Documents;

namespace TrainingHub.Certificates;

internal static class CertificatesFeature
{
    extension(IServiceCollection services)
    {
        public void AddCertificates()
        {
            services.AddScoped<IssueCertificate>();
            services.AddScoped<CertificateQuery>();
            services.AddScoped<RevokeGuestCertificate>();
            services.AddSingleton(_ => new FontFiles(FontFile("Regular"), FontFile("Bold")));
            services.AddSingleton<CertificatePrinter>();
            services.AddSingleton<CertificatePress>();
        }
    }

    private static string FontFile(string weight) => Path.Combine(AppContext.BaseDirectory, "fonts", $"NotoSansSC-{weight}.ttf");
}
