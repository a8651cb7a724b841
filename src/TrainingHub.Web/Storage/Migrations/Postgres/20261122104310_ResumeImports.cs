using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrainingHub.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ResumeImports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Imports under way were staged in another order and another form: they are given up, what they wrote stays.
            migrationBuilder.Sql("UPDATE \"RosterImports\" SET \"State\" = 5 WHERE \"State\" IN (1, 2, 3, 6)");
            migrationBuilder.Sql("DELETE FROM \"RosterImportParts\"");

            migrationBuilder.DropIndex(
                name: "IX_RosterImportRows_ImportId_Verdict_IsApplied",
                table: "RosterImportRows");

            migrationBuilder.DropColumn(
                name: "IsApplied",
                table: "RosterImportRows");

            migrationBuilder.DropColumn(
                name: "Json",
                table: "RosterImportParts");

            migrationBuilder.AddColumn<byte[]>(
                name: "Content",
                table: "RosterImportParts",
                type: "bytea",
                maxLength: 4000000,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<DateTime>(
                name: "AddedWrittenAt",
                table: "RosterImports",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedWrittenAt",
                table: "RosterImports",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "EndedWrittenAt",
                table: "RosterImports",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DoneBefore",
                table: "RosterImports",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "UnitMeanings",
                table: "RosterImports",
                type: "character varying(200000)",
                maxLength: 200000,
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "RosterImportUnits",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RosterImportUnits", x => new { x.ImportId, x.OrganizationId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_RosterImportRows_ImportId_Verdict_Reason",
                table: "RosterImportRows",
                columns: new[] { "ImportId", "Verdict", "Reason" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DELETE FROM \"RosterImportParts\"");

            migrationBuilder.DropTable(
                name: "RosterImportUnits");

            migrationBuilder.DropIndex(
                name: "IX_RosterImportRows_ImportId_Verdict_Reason",
                table: "RosterImportRows");

            migrationBuilder.DropColumn(
                name: "AddedWrittenAt",
                table: "RosterImports");

            migrationBuilder.DropColumn(
                name: "ChangedWrittenAt",
                table: "RosterImports");

            migrationBuilder.DropColumn(
                name: "DoneBefore",
                table: "RosterImports");

            migrationBuilder.DropColumn(
                name: "EndedWrittenAt",
                table: "RosterImports");

            migrationBuilder.DropColumn(
                name: "UnitMeanings",
                table: "RosterImports");

            migrationBuilder.DropColumn(
                name: "Content",
                table: "RosterImportParts");

            migrationBuilder.AddColumn<string>(
                name: "Json",
                table: "RosterImportParts",
                type: "character varying(4000000)",
                maxLength: 4000000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsApplied",
                table: "RosterImportRows",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_RosterImportRows_ImportId_Verdict_IsApplied",
                table: "RosterImportRows",
                columns: new[] { "ImportId", "Verdict", "IsApplied" });
        }
    }
}
